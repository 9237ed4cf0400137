import { expect, it } from 'vitest';
import type { Machine } from '../../src/machine/machine.ts';
import { untypedReport } from '../../src/run/command-report.ts';
import { Detached } from '../../src/run/detached.ts';
import { fakeMachine } from '../helpers/fake-machine.ts';
import { planOf } from '../helpers/plan-of.ts';

const ran = 'docker run -d --name pier nginx';

/** Watches a container on a machine whose engine tells of its death, or does not answer, as told. */
async function watched() {
  const engine = { answers: true };
  const machine: Machine = {
    ...(await fakeMachine()),
    async run(script) {
      const since = Number(/events\?since=([\d.]+)/.exec(script)?.[1] ?? Number.NaN);
      const isIn = since * 1e9 < diedAt && engine.answers;
      return {
        exitStatus: engine.answers ? 0 : 7,
        stdout: isIn ? `${JSON.stringify(death)}\n` : '',
        stderr: '',
      };
    },
  };
  const detached = new Detached(machine, 0);
  const diedAt = (Date.now() + 1) * 1e6;
  const death = {
    Action: 'die',
    Actor: { ID: 'p1e4', Attributes: { name: 'pier', exitCode: '1' } },
    timeNano: diedAt,
  };
  const block = planOf({ kind: 'commands', commands: [ran] }).blocks[0]!;
  if (!('commands' in block)) throw new Error('it has a command');
  const report = { ...untypedReport(block.commands[0]!), ran, verdict: 'passed' as const };
  detached.record(report);
  return { machine, detached, engine, report };
}

it('finds at the next look who died while the engine did not answer', async () => {
  const { machine, detached, engine, report } = await watched();
  await using _ = machine;
  engine.answers = false;
  expect(await detached.look()).toEqual([]);
  expect(detached.unknown).toEqual([report]);
  engine.answers = true;
  expect((await detached.look()).map(({ death }) => death.name)).toEqual(['pier']);
  expect(detached.unknown).toEqual([]);
});
