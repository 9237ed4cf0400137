import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause } from '../../model/report.ts';
import { callName, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import type { History } from '../troubles/history.ts';
import { speakOf } from './speak-of.ts';

// Above the table, engines from 29 on explain the letters of its last column.
const heading = /^(?:REPOSITORY|IMAGE)\b|^\s*i Info →/;

/**
 * Why `docker images NAME` that lists nothing is a slip: no other command of the page speaks of that name, so it was
 * meant for something else (`docker images purge` exits with 0 and removes nothing). Null where it may be meant.
 */
export function emptyListing(
  ran: string,
  output: string,
  { done, later }: { done: History; later: readonly PlannedCommand[] },
): Cause | null {
  const call = dockerCall(wordsOf(ran).at(-1) ?? []);
  if (call === null || callName(call) !== 'image ls' || call.args.length !== 1) return null;
  if (hasFlag(call, '-q', '--quiet', '--format', '-f', '--filter')) return null;
  const name = call.args[0]!.text;
  const rows = output.split('\n').filter((line) => line.trim() !== '' && !heading.test(line));
  const isSpokenOf = speakOf(name, [...done.map((one) => one.ran), ...later.map((one) => one.source)]);
  if (rows.length > 0 || isSpokenOf) return null;
  return {
    whose: 'page',
    message: `it only lists images called “${name}”, and there is none: it does nothing`,
    hint: 'see docker image --help for what there is to do with images (prune, rm …)',
    line: null,
  };
}
