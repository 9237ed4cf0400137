import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifiedStore } from '../../../src/commands/verify/verified-store.ts';
import { verifyChanged } from '../../../src/commands/verify/verify-changed.ts';
import { DockerError } from '../../../src/machine/docker.ts';
import type { MachineSource, Origin } from '../../../src/machine/machine.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { PostReport } from '../../../src/model/report.ts';
import { formatReport } from '../../../src/report/terminal/terminal.ts';
import { fakeMachine } from '../../helpers/fake-machine.ts';
import { memoryContext } from '../../helpers/memory-context.ts';
import { planOf } from '../../helpers/plan-of.ts';
import { sampleReport } from '../../report/sample-report.ts';

let cwd = '';
let opened = 0;

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-changed-'));
  opened = 0;
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const plain = planOf({ kind: 'commands', commands: ['true'] });
const origin = { engine: '28.5.2 6.1 amd64', machine: 'sha256:1', registry: 'sha256:2 c1' };
// The one that the fake engine tells of what it has pulled.
const nginx = `sha256:${'2'.padStart(64, '0')}`;
const digests: Record<string, string> = { nginx, 'nginx:latest': nginx, redis: 'sha256:bb' };

interface World {
  plan?: Plan;
  text?: string;
  code?: string;
  origin?: Partial<Omit<Origin, 'images'>> | Error | null;
  digests?: Record<string, string>;
  at?: string;
  engine?: string;
}

/** One `verify --changed` in such a world; what is not named is as ever. */
async function run(world: World = {}) {
  const { plan = plain, text = 'the text', code = 'c0de', at = '2026-11-24T12:00:00Z' } = world;
  const context = { ...memoryContext(cwd), now: () => new Date(at) };
  const source: MachineSource = {
    open: () => {
      opened += 1;
      return fakeMachine();
    },
    async originOf(names) {
      if (world.origin === null) return null;
      if (world.origin instanceof Error) throw world.origin;
      const images = names.map((name) => [name, { ...digests, ...world.digests }[name] ?? 'absent']);
      return { ...origin, ...world.origin, images: Object.fromEntries(images) };
    },
    async [Symbol.asyncDispose]() {},
  };
  const options = {
    jobs: 1,
    keep: false,
    code,
    store: verifiedStore(cwd, world.engine ?? '28.5'),
    sourceOf: () => text,
  };
  const { results, engine } = await verifyChanged([plan], source, options, context);
  return { post: results[0] as PostReport, engine, said: context.err() };
}

describe('a post that passed', () => {
  test('is left out when nothing has changed, with its whole report and the time of it', async () => {
    const first = await run();
    const { post, engine } = await run({ at: '2026-11-25T12:00:00Z' });
    expect(opened).toBe(1);
    expect(post).toEqual({ ...first.post, unchangedSince: '2026-11-24T12:00:00.000Z' });
    expect(engine).toEqual(first.engine);
    const told = formatReport(sampleReport([post]), { color: false, columns: 100 });
    expect(told).toContain('unchanged since 2026-11-24 12:00 UTC, not run again');
  });

  test('is run on another engine as if it had never passed, and then left out on both', async () => {
    await run();
    const other = await run({ engine: '26.1', origin: { machine: 'sha256:26' } });
    expect(other.said).not.toContain('run again');
    await run({ engine: '26.1', origin: { machine: 'sha256:26' } });
    expect((await run()).post).toHaveProperty('unchangedSince');
    expect(opened).toBe(2);
  });

  test('keeps the time of its run however often it is left out', async () => {
    await run();
    await run({ at: '2026-11-26T12:00:00Z' });
    expect((await run({ at: '2026-11-28T12:00:00Z' })).post.unchangedSince).toBe('2026-11-24T12:00:00.000Z');
  });

  test.each<[string, World]>([
    ['its text has changed', { text: 'another text' }],
    ['its plan has changed', { plan: planOf({ kind: 'commands', commands: ['true', 'true'] }) }],
    ['Seaworthy has changed', { code: 'other' }],
    [
      'the Docker Engine or the kernel of this computer has changed',
      { origin: { engine: '29.0.0 6.1 amd64' } },
    ],
    ['the image of the machines has changed', { origin: { machine: 'sha256:3' } }],
    ['the image registry has changed', { origin: { registry: 'sha256:2 c2' } }],
    ['what it depends on can’t be known (the registry does not say what it has)', { origin: null }],
    ['what it depends on can’t be known (no such image)', { origin: new DockerError(404, 'no such image') }],
    ['it last passed 2026-11-24', { at: '2026-12-01T12:00:00Z' }],
    ['it last passed 2026-11-24', { at: '2026-11-23T12:00:00Z' }],
  ])('runs again when %s', async (why, world) => {
    await run();
    const { post, said } = await run(world);
    expect(opened).toBe(2);
    expect(post).not.toHaveProperty('unchangedSince');
    expect(said).toContain(`post.md: run again, because ${why}\n`);
  });

  test.each([
    ['runs', { kind: 'commands', commands: ['docker run -d --name web nginx'] }, 'nginx'],
    [
      'builds upon',
      { kind: 'commands', commands: ["cat > Dockerfile <<'END'\nFROM redis AS base\nEND"] },
      'redis',
    ],
    [
      'composes',
      { kind: 'commands', commands: ["cat > compose.yaml <<'END'\n  image: redis\nEND"] },
      'redis',
    ],
  ] as const)('runs again when an image that it %s has another digest', async (_how, block, image) => {
    const plan = planOf({ ...block, commands: [...block.commands] });
    await run({ plan });
    await run({ plan });
    expect(opened).toBe(1);
    const { said } = await run({ plan, digests: { [image]: 'sha256:cc' } });
    expect(opened).toBe(2);
    expect(said).toContain('an image that it uses has changed');
  });

  test.each(['git --version', 'echo https://example.com/x', 'node --version'])(
    'runs again after a day when it may fetch what can’t be looked at: %s',
    async (command) => {
      const plan = planOf({ kind: 'commands', commands: [command] });
      await run({ plan });
      await run({ plan, at: '2026-11-25T11:59:59Z' });
      expect(opened).toBe(1);
      await run({ plan, at: '2026-11-25T12:00:00Z' });
      expect(opened).toBe(2);
    },
  );

  test('runs again when what is kept of it was damaged', async () => {
    await run();
    const folder = path.join(cwd, '.seaworthy/verified/28.5');
    const [file] = readdirSync(folder).map((name) => path.join(folder, name));
    writeFileSync(file!, readFileSync(file!, 'utf8').replace('"passed"', '"failed"'));
    expect((await run()).post.verdict).toBe('passed');
    expect(opened).toBe(2);
  });
});

describe('is not remembered', () => {
  test.each([
    ['a post that failed', planOf({ kind: 'commands', commands: ['false'] })],
    [
      'a post with an excuse, which has an end',
      planOf({
        kind: 'commands',
        commands: ['true', { source: 'true', trait: { kind: 'skip', reason: 'x', until: '2027-01-01' } }],
      }),
    ],
  ])('%s', async (_what, plan) => {
    await run({ plan });
    await run({ plan });
    expect(opened).toBe(2);
  });

  test('a post that passed once what it depends on can’t be known', async () => {
    await run({ origin: null });
    await run();
    expect(opened).toBe(2);
  });

  test('a post whose image was another one during the run', async () => {
    const plan = planOf({ kind: 'commands', commands: ['docker pull nginx'] });
    const moved = { nginx: 'sha256:cc', 'nginx:latest': 'sha256:cc' };
    await run({ plan, digests: moved });
    await run({ plan, digests: moved });
    expect(opened).toBe(2);
  });

  test('nothing after a bug of ours, which is thrown', async () => {
    await run();
    await expect(run({ origin: new TypeError('a bug') })).rejects.toThrow('a bug');
  });

  test('a post that passed and then failed', async () => {
    await run({ text: 'good' });
    await run({ text: 'bad', plan: planOf({ kind: 'commands', commands: ['false'] }) });
    await run({ text: 'good' });
    expect(opened).toBe(3);
  });
});
