import { callName, type DockerCall, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { type Blame, pageIsWrong } from '../blame/failure.ts';
import { promptAtEnd } from '../terminal/marks.ts';

/**
 * What is wrong with a command that has fallen silent (`raw`: what it printed) because `docker run` or `docker exec` was
 * given only one half of the reader's terminal: what is typed does not reach it without -i, and a shell shows no prompt
 * without -t. Either waits for ever. Null for anything that may still go on.
 */
export function halfTerminal(ran: string, raw: string): Blame | null {
  const calls = wordsOf(ran).map(dockerCall);
  const [call] = calls;
  // Something else may feed it.
  if (calls.length !== 1 || call == null || /[|<]/.test(ran)) return null;
  if (!['container run', 'container exec'].includes(callName(call)) || hasFlag(call, '-d', '--detach'))
    return null;
  const hears = hasFlag(call, '-i', '--interactive');
  const shows = hasFlag(call, '-t', '--tty');
  if (shows && !hears && promptAtEnd(raw, 'repl') !== null)
    return pageIsWrong('it asks for commands, but without -i nothing that is typed reaches it', 'write -it');
  if (hears && !shows && isSilent(raw) && isBareShell(call))
    return pageIsWrong('a shell waits for commands, but without -t it shows no prompt', 'write -it');
  return null;
}

// A pull comes first.
function isSilent(raw: string): boolean {
  return raw.trim() === '' || /Status: Downloaded newer image for [^\n]*\s*$/.test(raw);
}

function isBareShell({ args }: DockerCall): boolean {
  const [, program, ...rest] = args.map(({ text }) => text);
  return rest.length === 0 && /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh$/.test(program ?? '');
}
