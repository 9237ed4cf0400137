import { expect, test } from 'vitest';
import { maskReport } from '../../src/report/mask-report.ts';
import { sampleBlock, sampleCommand, sampleExpectation, samplePost, sampleReport } from './sample-report.ts';

test('what a machine printed is masked everywhere, what the page says itself stays', () => {
  const secret = 'token=hunter22';
  const cause = { whose: 'page' as const, message: secret, hint: secret, line: null };
  const command = sampleCommand({
    source: 'echo token=shown-on-the-page',
    ran: 'echo token=shown-on-the-page',
    output: `${secret} on squirrel`,
    bindings: { NAME: secret },
    prepared: [secret],
    notes: [secret],
    expectations: [sampleExpectation({ message: secret })],
    cause,
  });
  const report = sampleReport([samplePost([sampleBlock([command]), sampleBlock([], { cause })])]);
  const text = JSON.stringify(maskReport(report, ['squirrel']));
  expect(text).not.toContain('hunter22');
  expect(text).not.toContain('squirrel');
  expect(text.match(/shown-on-the-page/g)).toHaveLength(2);
});
