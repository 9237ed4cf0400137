import { expect, test } from 'vitest';
import { inReadingOrder, verifyInOrder } from '../../../src/commands/verify/verify-in-order.ts';
import type { Machine, MachineFactory } from '../../../src/machine/machine.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { PostReport } from '../../../src/model/report.ts';
import type { Series } from '../../../src/model/site.ts';
import { fakeMachine } from '../../helpers/fake-machine.ts';
import { memoryContext } from '../../helpers/memory-context.ts';
import { planOf } from '../../helpers/plan-of.ts';

/** Fresh fake machines, counted; `spoil` may change one before it is used. */
function counting(spoil: (machine: Machine) => Machine = (machine) => machine) {
  const seen = { opened: 0, removed: 0 };
  const factory: MachineFactory = {
    async open() {
      const machine = spoil(await fakeMachine());
      seen.opened += 1;
      return {
        ...machine,
        async [Symbol.asyncDispose]() {
          seen.removed += 1;
          await machine[Symbol.asyncDispose]();
        },
      };
    },
  };
  return { seen, factory };
}

function post(path: string, ...commands: string[]): Plan {
  return { ...planOf({ kind: 'commands', commands }), path };
}

const seriesOf = (...paths: string[]): Series[] => [{ posts: paths.map((path) => ({ path })) } as Series];

async function read(plans: Plan[], series: Series[], factory: MachineFactory): Promise<PostReport[]> {
  const { results } = await verifyInOrder(plans, series, factory, { keep: false }, memoryContext('/nowhere'));
  return results;
}

test('what one part makes is there in the next, and the machine goes when the last is read', async () => {
  const { seen, factory } = counting();
  const parts = [post('b.md', 'test -e logbook'), post('a.md', 'touch logbook')];
  const reports = await read(parts, seriesOf('a.md', 'b.md'), factory);
  expect(reports.map(({ path, verdict }) => [path, verdict])).toEqual([
    ['a.md', 'passed'],
    ['b.md', 'passed'],
  ]);
  expect(seen).toEqual({ opened: 1, removed: 1 });
});

test('a post of no series has a machine of its own', async () => {
  const { seen, factory } = counting();
  const reports = await read(
    [post('a.md', 'touch logbook'), post('z.md', 'test ! -e logbook')],
    seriesOf('a.md'),
    factory,
  );
  expect(reports.map(({ verdict }) => verdict)).toEqual(['passed', 'passed']);
  expect(seen).toEqual({ opened: 2, removed: 2 });
});

test('only what a part itself has made is left behind by it', async () => {
  const { factory } = counting();
  const first = post('a.md', 'docker run -d --name old nginx');
  const second = post('b.md', 'docker run -d --name new nginx');
  const reports = await read([first, second], seriesOf('a.md', 'b.md'), factory);
  expect(reports.map(({ leftBehind }) => leftBehind.containers)).toEqual([['old'], ['new']]);
});

test('a section that cleans up answers for its own part only', async () => {
  const { factory } = counting();
  const second = post('b.md', 'docker run -d --name new nginx', 'docker rm -f new');
  second.blocks[0]!.section = ['Clean up'];
  const reports = await read(
    [post('a.md', 'docker run -d --name old nginx'), second],
    seriesOf('a.md', 'b.md'),
    factory,
  );
  expect(reports[1]?.blocks[0]?.commands.at(-1)?.expectations).toMatchObject([
    { kind: 'cleans-up', held: true },
  ]);
});

test('after a part that has harmed the machine nothing is known of the next', async () => {
  const { factory } = counting((machine) => ({ ...machine, injury: async () => ({ kind: 'memory' }) }));
  const [, second] = await read(
    [post('a.md', 'true'), post('b.md', 'true')],
    seriesOf('a.md', 'b.md'),
    factory,
  );
  expect(second?.verdict).toBe('blocked');
  expect(second?.blocks[0]?.cause?.message).toBe('an earlier post has made the machine useless');
});

test('posts are read by series, in the order of their parts', () => {
  const plans = ['p2.md', 'alone.md', 'p1.md'].map((path) => post(path));
  const series = [...seriesOf('p1.md', 'not-given.md', 'p2.md'), ...seriesOf('other.md')];
  expect(inReadingOrder(plans, series).map((group) => group.map(({ path }) => path))).toEqual([
    ['p1.md', 'p2.md'],
    ['alone.md'],
  ]);
});
