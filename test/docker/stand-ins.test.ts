import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runVerify } from '../../src/commands/verify.ts';
import type { Report } from '../../src/model/report.ts';
import { describeWithEngine, home } from '../helpers/engine.ts';
import { memoryContext } from '../helpers/memory-context.ts';
import { verifyOptions } from '../helpers/verify-options.ts';

// The posts hold what tutorials rely on: refusals, first users, volumes, clients, log lines, and a push that is refused.
describeWithEngine('the images of the registry', () => {
  let folder: string;
  let report: Report;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-stand-ins-'));
    cpSync(path.join(home, 'test/fixtures/stand-ins'), folder, { recursive: true });
    await runVerify(
      { ...verifyOptions, paths: ['.'], json: 'out.json' },
      { ...memoryContext(folder), env: process.env },
    );
    report = JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as Report;
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['databases', 'servers'])('behave in the post %s as tutorials expect', (name) => {
    const post = report.posts.find(({ path: file }) => file.includes(name));
    const commands = (post?.blocks ?? []).flatMap((block) => block.commands);
    expect(commands.length).toBeGreaterThan(15);
    const other = commands.filter(({ verdict }) => verdict !== 'passed');
    expect(other.map(({ source, cause, output }) => [source, cause?.message, output])).toEqual([]);
  });
});
