import { expect, it } from 'vitest';
import type { PlannedExpectation } from '../../../src/model/plan.ts';
import type { CommandReport } from '../../../src/model/report.ts';
import { printedByStandIn } from '../../../src/run/judge/stand-in-text.ts';

const report = {
  output: '<h1>Welcome</h1>\n<p>The image is a stand-in for the official one, made by Seaworthy.</p>',
} as CommandReport;
const shown = (text: string) => ({ kind: 'output', text }) as PlannedExpectation;
const own = { registry: 'stand-in' } as const;

it('the text of a stand-in says nothing about the rest of the official image’s', () => {
  const blame = printedByStandIn(shown('<h1>Welcome</h1>\n<p>Thank you.</p>'), report, own);
  expect(blame).toMatchObject({ verdict: 'blocked', cause: { whose: 'registry' } });
});

it.each([
  ['none of its lines is shown', shown('<h1>Wellcome</h1>'), report, own],
  ['it is another text', shown('<h1>Welcome</h1>'), { ...report, output: '<h1>Welcome</h1>' }, own],
  ['it is the official image', shown('<h1>Welcome</h1>'), report, { registry: 'docker-hub' } as never],
  ['the prose promises a word', { kind: 'words', words: ['Welcome'] } as never, report, own],
])('the page is to blame where %s', (_, promise, printed, engine) => {
  expect(printedByStandIn(promise, printed, engine)).toBeNull();
});
