import { dockerCall, withoutWrappers } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';

/** Whether a command of the reader's own shell stops or removes something. */
export function takesAway(commands: readonly SimpleCommand[]): boolean {
  return commands.some(({ words, depth }) => {
    if (depth > 0) return false;
    const call = dockerCall(words);
    if (call !== null) return /^(?:rm|stop|kill|down|prune)$/.test(call.verb);
    return withoutWrappers(words)[0]?.text === 'rm';
  });
}
