import type { CommandReport } from '../../model/report.ts';
import { callName, type DockerCall, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { holdsTerminal } from '../drive/foreground.ts';

/**
 * How a command starts containers that outlive it or that it only shows the logs of: `composed` by Compose, `unsaid` if
 * it does so at all (a script, `make`, a stack).
 */
export type Starting = 'named' | 'composed' | 'unsaid';

/** How a typed command starts containers that must stay up; null when its own end tells what became of them. */
export function startingOf({ ran, opened, prepared }: CommandReport): Starting | null {
  const calls = wordsOf(ran ?? '').flatMap((words) => dockerCall(words) ?? []);
  if (calls.some(startsDetached)) return 'named';
  if (calls.some(isComposed)) return 'composed';
  // What was made ready out of the reader's sight is not the page's.
  const isOwn = opened !== null || prepared.length > 0 || holdsTerminal(ran ?? '') || calls.some(awaits);
  return isOwn ? null : 'unsaid';
}

function startsDetached(call: DockerCall): boolean {
  if (['container start', 'container restart'].includes(callName(call)))
    return !hasFlag(call, '-a', '--attach');
  return callName(call) === 'container run' && hasFlag(call, '-d', '--detach');
}

function isComposed(call: DockerCall): boolean {
  return (
    ['compose up', 'compose start', 'compose restart'].includes(callName(call)) &&
    !hasFlag(call, ...endsWithOne, '--no-start')
  );
}

function awaits(call: DockerCall): boolean {
  return callName(call) === 'compose run' || hasFlag(call, ...endsWithOne);
}

const endsWithOne = ['--abort-on-container-exit', '--abort-on-container-failure', '--exit-code-from'];
