import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { planText } from '../helpers/plan-text.ts';

// Drop in a folder `plan-<case>` with a post.md; UPDATE=1 records its plan.txt, to be read before it is committed.
const fixtures = resolve(import.meta.dirname, '../fixtures');
const cases = readdirSync(fixtures).filter((name) => name.startsWith('plan-'));

describe('makePlan decides as recorded in test/fixtures', () => {
  test.each(cases)('%s', (name) => {
    const folder = join(fixtures, name);
    const planned = planText(
      makePlan({ path: 'post.md', source: readFileSync(join(folder, 'post.md'), 'utf8') }),
    );
    const recorded = join(folder, 'plan.txt');
    if (process.env.UPDATE === '1') writeFileSync(recorded, planned);
    expect(existsSync(recorded), `${recorded} exists`).toBe(true);
    expect(planned).toBe(readFileSync(recorded, 'utf8'));
  });
});
