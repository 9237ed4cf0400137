import { fillReport } from '../../src/commands/verify/fill-report.ts';
import type { MachineFactory } from '../../src/machine/machine.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { CommandReport, PostReport } from '../../src/model/report.ts';
import { runPost } from '../../src/run/run-post.ts';
import { fakeFactory } from './fake-machine.ts';

/** Replays a plan on fake machines, those of `factory` if given, and gives the report. */
export async function replay(plan: Plan, factory: MachineFactory = fakeFactory): Promise<PostReport> {
  const run = await runPost(plan, factory, {
    signal: AbortSignal.timeout(60_000),
    today: '2026-11-24',
    patienceMs: 800,
    takePlace: async () => () => {},
    takeTurn: async () => () => {},
    onCommand: () => {},
    keep: () => false,
    onKept: () => {},
  });
  return fillReport(plan, run);
}

/** The reports of all commands of a plan that was replayed on fake machines. */
export async function commandsOf(plan: Plan): Promise<CommandReport[]> {
  return (await replay(plan)).blocks.flatMap((block) => block.commands);
}
