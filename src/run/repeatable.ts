import { dockerCall } from '../shell/docker-call.ts';
import type { ShellWord } from '../shell/parse-shell.ts';
import { wordsOf } from './words-of.ts';

const lookingObjects = new Set(['container', 'image', 'network', 'volume', 'compose', 'system']);
const lookingVerbs = new Set(['ls', 'ps', 'logs', 'inspect', 'stats', 'top', 'port', 'diff', 'images', 'df']);
const readers = new Set(['curl', 'cat', 'ls', 'grep', 'wc', 'head', 'tail', 'sort', 'jq']);
const curlWrites = /^(?:-X|--request|-d|--data.*|-F|--form|-T|--upload-file|-o|-O|--output|--remote-name)$/;

/** Whether a command only looks, so that a reader may type it again when what it shows is not there yet. */
export function isRepeatable(ran: string): boolean {
  const commands = wordsOf(ran);
  return commands.length > 0 && !ran.includes('>') && commands.every(onlyLooks);
}

function onlyLooks(words: ShellWord[]): boolean {
  const call = dockerCall(words);
  if (call !== null) return lookingObjects.has(call.object) && lookingVerbs.has(call.verb);
  if (words[0]?.text === 'curl') return !words.some((word) => curlWrites.test(word.text));
  return readers.has(words[0]?.text ?? '');
}

/** Whether curl's exit status says that a server was not ready yet: refused, empty answer, reset. */
export function notReadyYet(statuses: readonly number[], ran: string): boolean {
  return /\bcurl\b/.test(ran) && statuses.some((status) => [7, 52, 56].includes(status));
}
