// Runs a program to its end and says what it took.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const gnuTime = '/usr/bin/time';
const format = 'bench %U %S %M';

/** `wall` and `cpu` in seconds, `peakMb` in MB; null for what can't be known here. Throws when the program fails. */
export function runTimed([program, ...args], cwd) {
  const isTimed = existsSync(gnuTime);
  const command = isTimed ? [gnuTime, '-f', format, program, ...args] : [program, ...args];
  const started = performance.now();
  const result = spawnSync(command[0], command.slice(1), { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = (performance.now() - started) / 1000;
  if (result.status !== 0) throw new Error(`${program} ended with ${result.status}:\n${result.stderr}`);
  const [, user, system, kilobytes] = /^bench (\S+) (\S+) (\S+)$/m.exec(result.stderr) ?? [];
  if (kilobytes === undefined) return { wall, cpu: null, peakMb: null };
  return { wall, cpu: Number(user) + Number(system), peakMb: Number(kilobytes) / 1024 };
}

/** The middle one of some numbers; null when one of them is not known. */
export function medianOf(numbers) {
  if (numbers.includes(null)) return null;
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
