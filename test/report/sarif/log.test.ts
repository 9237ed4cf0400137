import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnostic } from '../../../src/model/diagnostic.ts';
import type { Report } from '../../../src/model/report.ts';
import { formatSarif } from '../../../src/report/sarif/log.ts';
import { anyReport } from '../any-report.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from '../sample-report.ts';

// The schema of OASIS as Microsoft's package for tests ships it.
const require = createRequire(import.meta.url);
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Run {
  results: {
    ruleId: string;
    ruleIndex: number;
    kind: string;
    level: string;
    message: { text: string; markdown: string };
    locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
    partialFingerprints: Record<string, string>;
    fixes?: unknown[];
  }[];
  tool: { driver: { rules: { id: string }[] } };
}

function runOf(report: Report): Run {
  return JSON.parse(formatSarif(report)).runs[0];
}

const page = {
  whose: 'page',
  message: 'the tool knows no flag --nmae',
  hint: 'did you mean --name?',
} as const;
const cause = { ...page, line: null, fix: { wrong: '--nmae', right: '--name' } };
const failed = sampleCommand({
  line: 11,
  column: 3,
  source: 'docker run --nmae a',
  verdict: 'failed',
  cause,
});

function reportWith(...commands: (typeof failed)[]): Report {
  return sampleReport([samplePost([sampleBlock(commands)], { path: 'posts/a b/ü.md' })]);
}

test('a failure has its rule, place, reason, advice, and the replacement that is sure', () => {
  const [result] = runOf(reportWith(failed)).results;
  expect(result).toMatchObject({
    ruleId: 'command-failed',
    kind: 'fail',
    level: 'error',
    message: { text: 'The page: the tool knows no flag --nmae.\ndid you mean --name?' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'posts/a%20b/%C3%BC.md', uriBaseId: 'SRCROOT' },
          region: { startLine: 11, startColumn: 3, endLine: 11, endColumn: 22 },
        },
      },
    ],
    fixes: [
      {
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 11, startColumn: 14, endLine: 11, endColumn: 20 },
                insertedContent: { text: '--name' },
              },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  ['stands twice', 'docker run --nmae a --nmae b'],
  ['stands in another line', 'docker run \\\n  --nmae a'],
  ['is only part of a word', 'docker run --nmaes a'],
])('no replacement is offered where the wrong word %s', (_why, source) => {
  expect(runOf(reportWith({ ...failed, source })).results[0]?.fixes).toBeUndefined();
});

test('what is blocked is open, for nothing is known about it; what was skipped or not run is no result', () => {
  const others = (['blocked', 'skipped', 'not-run', 'passed'] as const).map((verdict) =>
    sampleCommand({ verdict, cause: verdict === 'passed' ? null : { ...page, line: null } }),
  );
  expect(runOf(reportWith(...others)).results).toMatchObject([
    { ruleId: 'blocked', kind: 'open', level: 'none' },
  ]);
});

test('a finding has its code for a rule, and each result points to its rule', () => {
  const place = { path: 'posts/a.md', line: 7, column: 2, endLine: 7, endColumn: 9 };
  const findings = [diagnostic('link-broken', place, 'no page `x`', 'Write it.')];
  const post = samplePost([sampleBlock([failed])], { findings });
  const { results, tool } = runOf(sampleReport([post]));
  expect(results[0]).toMatchObject({ ruleId: 'link-broken', level: 'error' });
  expect(results[0]?.message.markdown).toBe('no page \\`x\\`\n\nWrite it.');
  expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual([
    'link-broken',
    'command-failed',
  ]);
});

test('fingerprints stay when lines move, and tell equal commands apart', () => {
  const prints = (report: Report) =>
    runOf(report).results.map((result) => Object.values(result.partialFingerprints)[0]);
  const [first, second] = prints(reportWith(failed, { ...failed, line: 12 }));
  expect(prints(reportWith({ ...failed, line: 80, column: 1 }))).toEqual([first]);
  expect(second).not.toBe(first);
});

test("OASIS's schema takes it whatever a page or a machine says", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      validate(JSON.parse(formatSarif(report)));
      expect(validate.errors ?? []).toEqual([]);
    }),
  );
});
