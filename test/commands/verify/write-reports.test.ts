import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyDefaults } from '../../../src/commands/verify/verify-arguments.ts';
import { problemWithFiles, writeReports } from '../../../src/commands/verify/write-reports.ts';
import { runVerify } from '../../../src/commands/verify.ts';
import { memoryContext } from '../../helpers/memory-context.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from '../../report/sample-report.ts';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-reports-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const cause = { whose: 'page' as const, message: 'wrong', hint: null, line: null };
const secret = sampleCommand({ verdict: 'failed', output: 'password=hunter22', cause });
const report = sampleReport([samplePost([sampleBlock([secret])])]);

describe('the files of a report', () => {
  test.each([
    ['a folder that is not there', 'nowhere/out.xml', /^--junit nowhere\/out\.xml: there is no folder /],
    ['a folder', '.', /^--junit \.: is a folder/],
  ])('are refused before anything is run where one is %s', async (_what, junit, message) => {
    const context = memoryContext(cwd);
    expect(await runVerify({ ...verifyDefaults, paths: ['p.md'], junit }, context)).toBe(2);
    expect(context.err()).toMatch(message);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('are refused where two formats would go to the same one', () => {
    const files = { ...verifyDefaults, sarif: 'out', html: './out' };
    expect(problemWithFiles(files, memoryContext(cwd))).toBe('--html ./out: --sarif goes there already');
  });

  test('are each written in their format; only the JSON has what may be a secret', async () => {
    const files = { json: 'r.json', junit: 'r.xml', sarif: 'r.sarif', html: 'r.html' };
    await writeReports(report, { ...verifyDefaults, ...files }, memoryContext(cwd));
    const texts = Object.values(files).map((file) => readFileSync(path.join(cwd, file), 'utf8'));
    expect(texts.map((text) => text.slice(0, 10))).toEqual([
      '{\n  "versi',
      '<?xml vers',
      '{\n  "$sche',
      '<!doctype ',
    ]);
    expect(texts.map((text) => text.includes('hunter22'))).toEqual([true, false, false, false]);
    expect(readFileSync(path.join(cwd, '.seaworthy/report.json'), 'utf8')).toBe(texts[0]);
  });
});

describe('the summary of a job on GitHub', () => {
  test('is added to what other steps have written, with links to the lines of the commit', async () => {
    const file = path.join(cwd, 'summary.md');
    writeFileSync(file, 'Before.\n');
    const env = {
      GITHUB_STEP_SUMMARY: file,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_SHA: 'c0ffee',
    };
    await writeReports(report, { ...verifyDefaults, dryRun: true }, { ...memoryContext(cwd), env });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^Before\.\n## Seaworthy\n/);
    expect(text).toContain(
      'href="https://github.example/a/b/blob/c0ffee/posts/docker/p1/index.md?plain=1#L11"',
    );
    expect(text).not.toContain('hunter22');
  });

  test('that can not be written is told, and is no failure', async () => {
    mkdirSync(path.join(cwd, 'summary.md'));
    const context = { ...memoryContext(cwd), env: { GITHUB_STEP_SUMMARY: path.join(cwd, 'summary.md') } };
    await writeReports(report, { ...verifyDefaults, dryRun: true }, context);
    expect(context.err()).toContain("the job's summary can't be written");
  });
});
