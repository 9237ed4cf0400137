import { expect, test } from 'vitest';
import { DevTerminal } from '../../../src/commands/dev/dev-terminal.ts';
import { memoryContext } from '../../helpers/memory-context.ts';

const changes = new Map([['/site/posts/one.md', 'there' as const]]);

test('a build is told with what has changed and how long it took', () => {
  const context = memoryContext('/site');
  new DevTerminal(context).rebuilt({ tookMs: 12, outcome: 'clean', findings: [], trouble: '' }, changes);
  expect(context.out()).toMatch(/^\d\d:\d\d:\d\d {2}posts\/one\.md: made anew in 12 ms\n$/);
});

test('a build that failed is not said to have made anything', () => {
  const context = memoryContext('/site');
  new DevTerminal(context).rebuilt({ tookMs: 12, outcome: null, findings: [], trouble: 'broken\n' }, changes);
  expect(context.err()).toBe('\nbroken\n');
  expect(context.out()).toMatch(/posts\/one\.md: not made; what is shown is older\n$/);
});
