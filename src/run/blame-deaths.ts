import { commandsOf, type ReaderPath } from './paths.ts';
import type { Walk } from './walk.ts';

// Pages about exit statuses and restarts show the crash; then it is what they promise.
function showsCrash({ blocks }: ReaderPath, exitStatus: number): boolean {
  return commandsOf(blocks).some(({ expectations }) =>
    expectations.some((one) => {
      const text = one.kind === 'output' ? one.text : one.kind === 'words' ? one.words.join(' ') : '';
      return text.includes(`Exited (${exitStatus})`) || text.includes('Restarting (');
    }),
  );
}

/** Fails the commands whose containers, started in the background, have died since. */
export async function blameDeaths(walk: Walk): Promise<void> {
  for (const { report, death, log } of await walk.detached.look()) {
    const message = `the container “${death.name}” died with exit status ${death.exitStatus} though it was started in the background`;
    report.expectations.push({ kind: 'stays-up', source: { line: report.line }, held: false, message });
    if (report.verdict !== 'passed' || showsCrash(walk.path, death.exitStatus)) continue;
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
