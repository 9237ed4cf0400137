import type { CommandReport } from '../../model/report.ts';
import { meshBlame } from '../blame/swarm.ts';
import { localPort } from '../local-port.ts';
import { hintFor } from './hint-for.ts';
import { printedByStandIn } from './stand-in-text.ts';
import { accuse, type Trial } from './trial.ts';

/** Fails a report of which an expectation was not held. */
export async function judgeExpectations(trial: Trial, report: CommandReport): Promise<void> {
  const broken = report.expectations.find((expectation) => expectation.held === false);
  if (broken === undefined) return;
  const shown = trial.command.expectations.find(
    ({ kind, source }) => kind === broken.kind && source.line === broken.source.line,
  );
  const unknown = printedByStandIn(shown, report, trial.machine.engine);
  if (unknown !== null) return accuse(report, unknown.verdict, unknown.cause);
  const port = shown?.kind === 'http' ? localPort(shown.url) : null;
  const unreachable = port === null ? null : await meshBlame(port, trial.machine);
  if (unreachable !== null) return accuse(report, unreachable.verdict, unreachable.cause);
  accuse(report, 'failed', {
    whose: 'page',
    message: broken.message,
    hint: await hintFor(broken, trial, report),
    line: broken.source.line,
  });
}
