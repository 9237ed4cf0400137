import { dockerCall } from '../shell/docker-call.ts';
import type { ShellWord } from '../shell/parse-shell.ts';
import { wordsOf } from './words-of.ts';

const lookingObjects = new Set(['container', 'image', 'network', 'volume', 'compose', 'system']);
const lookingVerbs = new Set(['ls', 'ps', 'logs', 'inspect', 'stats', 'top', 'port', 'diff', 'images', 'df']);
const readers = new Set(['cat', 'ls', 'grep', 'wc', 'head', 'tail', 'sort', 'jq']);
// A request with a body, a method or a file of its own may change something each time.
const curlSends = /^(?:--(?:request|data|json|form|upload-file|output|remote-name)|-[A-Za-z]*[XdFToO])/;

/** Whether a command only looks, so that a reader may type it again when what it shows is not there yet. */
export function isRepeatable(ran: string): boolean {
  const commands = wordsOf(ran);
  return commands.length > 0 && !ran.includes('>') && commands.every(onlyLooks);
}

function onlyLooks(words: ShellWord[]): boolean {
  const call = dockerCall(words);
  if (call !== null) return lookingObjects.has(call.object) && lookingVerbs.has(call.verb);
  return readers.has(words[0]?.text ?? '');
}

/**
 * Whether a plain request of curl met a server that is not ready yet (refused, empty answer, reset), so that a reader
 * would try again. What an answer says is never asked for twice: it may count its visitors.
 */
export function notReadyYet(statuses: readonly number[], ran: string): boolean {
  const commands = wordsOf(ran);
  const isPlain = commands.every(
    (words) =>
      onlyLooks(words) || (words[0]?.text === 'curl' && !words.some((word) => curlSends.test(word.text))),
  );
  return isPlain && !ran.includes('>') && statuses.some((status) => [7, 52, 56].includes(status));
}
