import { expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { expiredSkips } from '../../src/commands/expired-skips.ts';

const source =
  '<!-- verify: skip reason="needs a paid account" until=2026-11-24 -->\n\n```bash\ndocker login\n```\n';

test('a skip holds through its last day, and is a finding from the next one on', () => {
  const plan = makePlan({ path: 'post.md', source });
  expect(expiredSkips([plan], '2026-11-24')).toEqual([]);
  expect(expiredSkips([plan], '2026-11-25')).toMatchObject([
    {
      code: 'skip-ended',
      severity: 'warning',
      place: { line: 3 },
      message: 'The skip ended on 2026-11-24: needs a paid account.',
    },
  ]);
});
