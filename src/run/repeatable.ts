import { parseDockerCommand } from '../shell/docker-command.ts';
import { wordsOf } from './words-of.ts';

const looking = new Set([
  'ps',
  'logs',
  'inspect',
  'images',
  'stats',
  'top',
  'port',
  'diff',
  'compose ps',
  'compose logs',
  'network inspect',
  'network ls',
  'volume inspect',
  'volume ls',
  'system df',
]);
const readers = new Set(['curl', 'cat', 'ls', 'grep', 'wc', 'head', 'tail', 'sort', 'jq']);

/** Whether a command only looks, so that a reader may type it again when what it shows is not there yet. */
export function isRepeatable(ran: string): boolean {
  const commands = wordsOf(ran);
  return commands.length > 0 && !ran.includes('>') && commands.every(onlyLooks);
}

function onlyLooks(words: string[]): boolean {
  const docker = parseDockerCommand(words);
  if (docker !== null) return looking.has(docker.verb);
  if (words[0] === 'curl')
    return !words.some((word) =>
      /^(?:-X|--request|-d|--data.*|-F|--form|-T|--upload-file|-o|-O|--output)$/.test(word),
    );
  return readers.has(words[0] ?? '');
}

/** Whether curl's exit status says that a server was not ready yet: refused, empty answer, reset. */
export function notReadyYet(statuses: readonly number[], ran: string): boolean {
  return /\bcurl\b/.test(ran) && statuses.some((status) => [7, 52, 56].includes(status));
}
