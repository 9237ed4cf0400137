import type { Machine } from '../../machine/machine.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { CommandReport, ExpectationReport } from '../../model/report.ts';
import { readEngineState } from '../engine-state.ts';
import { localPort } from '../local-port.ts';

/** What the author can do about a promise that was not held. */
export async function hintFor(
  broken: ExpectationReport,
  { command, machine }: { command: PlannedCommand; machine: Machine },
  report: CommandReport,
): Promise<string> {
  const planned = command.expectations.find(
    ({ kind, source }) => kind === broken.kind && source.line === broken.source.line,
  );
  if (planned?.kind === 'http') return pageHint(planned.url, machine);
  if (planned?.kind === 'output' && tableHeader.test(planned.text) && /\|\s*grep\b/.test(report.ran ?? ''))
    return 'grep lets only the rows through: leave the header out of what the page shows';
  return 'correct what the page shows, or the command';
}

const tableHeader = /^\s*(?:CONTAINER ID|REPOSITORY|IMAGE|NETWORK ID|DRIVER|NAME|PID|USER)\s{2,}/;

async function pageHint(url: string, machine: Machine): Promise<string> {
  if (!URL.canParse(url)) return 'write the whole address (http://…)';
  const wanted = localPort(url);
  if (wanted === null) return 'check the address, and that what serves it is running at this point';
  const running = (await readEngineState(machine)).containers.filter(({ state }) => state === 'running');
  const published = running.flatMap(({ name, ports }) => ports.map(({ host }) => ({ name, host })));
  const holder = published.find(({ host }) => host === wanted);
  if (holder !== undefined) return `“${holder.name}” publishes port ${wanted}: look at its logs`;
  const others = [...new Set(published.map(({ name, host }) => `${host} by “${name}”`))];
  const list = others.length === 0 ? 'no container publishes any' : `published: ${others.join(', ')}`;
  return `nothing publishes port ${wanted} at this point (${list}); start the container with -p ${wanted}:…`;
}
