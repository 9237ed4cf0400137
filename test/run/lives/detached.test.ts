import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Machine } from '../../../src/machine/machine.ts';
import type { CommandReport } from '../../../src/model/report.ts';
import { untypedReport } from '../../../src/model/untyped-report.ts';
import { Detached } from '../../../src/run/lives/detached.ts';
import { Steady } from '../../../src/run/prepare/steady.ts';
import { fakeMachine } from '../../helpers/fake-machine.ts';
import { planOf } from '../../helpers/plan-of.ts';

interface Told {
  Action: string;
  Actor: { ID: string; Attributes: Record<string, string> };
  timeNano: number;
}

/** A watch on a machine whose engine tells of what is put into `engine.told`, or does not answer. */
async function watch() {
  const engine = { answers: true, told: [] as Told[] };
  const machine: Machine = {
    ...(await fakeMachine()),
    async run(script) {
      const since = Number(/events\?since=([\d.]+)/.exec(script)?.[1] ?? Number.NaN);
      const told = engine.answers ? engine.told.filter(({ timeNano }) => since * 1e9 < timeNano) : [];
      const stdout = told.map((one) => `${JSON.stringify(one)}\n`).join('');
      return { exitStatus: engine.answers ? 0 : 7, stdout, stderr: '' };
    },
  };
  const tell = (Action: string, atMs: number, name = 'pier'): void => {
    const Attributes = { name, exitCode: '1' };
    engine.told.push({ Action, Actor: { ID: `${name}1e4`, Attributes }, timeNano: atMs * 1e6 });
  };
  return { machine, detached: new Detached(machine, 0, new Steady()), engine, tell };
}

function reportOf(ran: string, more: Partial<CommandReport> = {}): CommandReport {
  const block = planOf({ kind: 'commands', commands: [ran] }).blocks[0]!;
  if (!('commands' in block)) throw new Error('it has a command');
  return { ...untypedReport(block.commands[0]!), ran, verdict: 'passed', ...more };
}

it('finds at the next look who died while the engine did not answer', async () => {
  const { machine, detached, engine, tell } = await watch();
  await using _ = machine;
  const report = reportOf('docker run -d --name pier nginx');
  detached.record(report, Date.now());
  tell('die', Date.now() + 1);
  engine.answers = false;
  expect(await detached.look()).toEqual([]);
  expect(detached.unknown).toEqual([report]);
  engine.answers = true;
  expect((await detached.look()).map(({ death }) => death.name)).toEqual(['pier']);
  expect(detached.unknown).toEqual([]);
});

/** Who is blamed when `ran` was typed, started a container, and that died by itself then. */
async function blamed(ran: string, died: 'meanwhile' | 'later', more: Partial<CommandReport> = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_010_000 });
  const { machine, detached, tell } = await watch();
  await using _ = machine;
  const type = (report: CommandReport, from: number, to: number): void => {
    vi.setSystemTime(to);
    detached.record(report, from);
  };
  type(reportOf('echo before', { id: 'before' }), 1_011_000, 1_012_000);
  type(reportOf(ran, more), 1_013_000, 1_014_000);
  type(reportOf('echo after', { id: 'after' }), 1_015_000, 1_016_000);
  tell('start', 1_013_100);
  tell('die', died === 'meanwhile' ? 1_013_200 : 1_015_500);
  const found = await detached.look();
  return { blamed: found.map(({ report }) => report.ran), starters: detached.starters };
}

afterEach(() => void vi.useRealTimers());

describe('a container that died is blamed on what started it', () => {
  it.each([
    ['make up', 'later'],
    ['./start.sh', 'later'],
    ['CID=$(docker run -d nginx)', 'later'],
    ['docker stack deploy -c stack.yaml app', 'later'],
    ['docker compose up', 'meanwhile'],
    ['docker compose start', 'meanwhile'],
    ['docker compose up', 'later'],
  ] as const)('%s (%s)', async (ran, died) => {
    expect(await blamed(ran, died)).toEqual({ blamed: [ran], starters: ['b1c1'] });
  });

  it.each<[string, 'meanwhile' | 'later', Partial<CommandReport>?]>([
    ['make test', 'meanwhile'],
    ['docker run --rm busybox false', 'later'],
    ['docker run -it ubuntu', 'later', { opened: '# ' }],
    ['docker compose run web sh', 'later'],
    ['docker compose up --abort-on-container-exit', 'meanwhile'],
    ['docker logs pier', 'later', { prepared: ['docker run -d --name pier nginx'] }],
    ['docker run -d nginx', 'later', { verdict: 'failed' }],
  ])('but not where its own end tells, or it is not the page’s: %s (%s)', async (ran, died, more = {}) => {
    expect((await blamed(ran, died, more)).blamed).toEqual([]);
  });
});
