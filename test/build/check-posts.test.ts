import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkPosts } from '../../src/build/check-posts.ts';
import { home } from '../helpers/memory-context.ts';

// One folder for each way to be wrong. `expected.txt` holds the findings; UPDATE=1 records them again.
const cases = path.join(home, 'test/fixtures/site-findings');

for (const name of readdirSync(cases)) {
  test(`${name.replaceAll('-', ' ')}: each finding has its place, code and words`, async () => {
    const folder = path.join(cases, name);
    const { findings } = await checkPosts(['.'], { cwd: folder, drafts: 'check' });
    const lines = findings.map(
      ({ place, severity, code, message, hint }) =>
        `${place.path}:${place.line}:${place.column} ${severity} ${code}\n  ${message}\n  ${hint}\n`,
    );
    const actual = lines.join('') || 'nothing\n';
    const file = path.join(folder, 'expected.txt');
    if (process.env.UPDATE === '1') writeFileSync(file, actual);
    expect(actual).toBe(readFileSync(file, 'utf8'));
  });
}
