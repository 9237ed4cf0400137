import { nearest } from '../../lib/nearest.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause } from '../../model/report.ts';
import { dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf, wordTextsOf } from '../../shell/words-of.ts';
import type { History } from '../troubles/history.ts';
import { speakOf } from './speak-of.ts';

const missing = /No such (container|image|volume|network): (\S+)/i;

/**
 * Why `docker rm -f NAME` that ends with 0 though nothing has that name is a slip: no other command of the page speaks of
 * it. Null where it may be there to make sure (before the container is made, or once more at the end).
 */
export function nothingRemoved(
  ran: string,
  output: string,
  { done, later, command }: { done: History; later: readonly PlannedCommand[]; command: PlannedCommand },
): Cause | null {
  const [, sort = '', name] = missing.exec(output) ?? [];
  const call = dockerCall(wordsOf(ran).at(-1) ?? []);
  if (name === undefined || call === null || call.verb !== 'rm' || !hasFlag(call, '-f', '--force'))
    return null;
  if (!call.args.some(({ text }) => text === name.replace(/:latest$/, '') || text === name)) return null;
  const others = [...done.map((one) => one.ran), ...later.map((one) => one.source)];
  const isShown = command.expectations.some((one) => one.kind === 'output' && missing.test(one.text));
  if (isShown || ran.includes('||') || speakOf(name, others)) return null;
  // A file may have named it, or another part of a series.
  const meant = nearest(name, others.flatMap(wordTextsOf).flat());
  if (meant === null) return null;
  return {
    whose: 'page',
    message: `there is no ${sort.toLowerCase()} “${name}” on this page: it removes nothing`,
    hint: `did you mean “${meant}”?`,
    line: null,
  };
}
