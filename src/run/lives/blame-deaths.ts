import { commandsOf } from '../paths.ts';
import type { Walk } from '../walk.ts';
import { isCrashShown } from './crash-shown.ts';

/** Fails the commands whose containers, started in the background, have died until then (milliseconds since 1970). */
export async function blameDeaths(walk: Walk, untilMs = Date.now()): Promise<void> {
  for (const { report, death, log } of await walk.detached.look(untilMs)) {
    const died = `the container “${death.name}” died with exit status ${death.exitStatus}`;
    const held = isCrashShown(death, report.id, {
      commands: commandsOf(walk.path.blocks),
      starters: walk.detached.starters,
    });
    const message = held ? `${died}, as the page says` : `${died} though it was started in the background`;
    report.expectations.push({ kind: 'stays-up', source: { line: report.line }, held, message });
    if (held || report.verdict !== 'passed') continue;
    report.verdict = 'failed';
    report.cause = {
      whose: 'page',
      message,
      hint: log === '' ? 'look at its logs' : `its last words: ${log}`,
      line: null,
    };
  }
}

/** Blocks the commands of which nobody can say, after the last look, whether what they started has stayed up. */
export function blockUnknown({ detached }: Walk): void {
  for (const report of detached.unknown.filter(({ verdict }) => verdict === 'passed')) {
    report.verdict = 'blocked';
    report.cause = {
      whose: 'engine',
      message: 'the engine does not say whether what it started has stayed up',
      hint: 'see that the engine runs at the end of the page, and verify again',
      line: null,
    };
  }
}
