import type { Machine } from '../../machine/machine.ts';
import { callName, dockerCall, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';

/**
 * What the container of a `docker run` has written to its log when nothing of it has come to the terminal; empty where
 * nothing is lost. On a busy computer Docker now and then loses the output of a program that ends at once.
 */
export async function lostOutput(ran: string, output: string, machine: Machine): Promise<string> {
  if (!showsItsContainer(ran)) return '';
  const answer = await machine.run('docker logs "$(docker ps -lq)" 2>&1', { timeoutMs: 10_000 });
  const lines = answer.stdout.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isLost = answer.exitStatus === 0 && !lines.some((line) => output.includes(line.trim()));
  return isLost ? lines.join('\n') : '';
}

// Alone, in the foreground, and still there to be asked.
function showsItsContainer(ran: string): boolean {
  const [words, ...more] = wordsOf(ran);
  const call = dockerCall(words ?? []);
  if (call === null || more.length > 0 || /[|>]/.test(ran)) return false;
  return callName(call) === 'container run' && !hasFlag(call, '-d', '--detach', '--rm');
}
