import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';
import { formatAnnotations, withoutWorkflowCommands } from '../../src/report/github.ts';
import { anyReport } from './any-report.ts';
import { sampleBlock, sampleCommand, samplePost, sampleReport } from './sample-report.ts';

test('findings and verdicts become escaped workflow commands, one a line', () => {
  const cause = { whose: 'page' as const, message: '100% wrong,\nreally', hint: 'Write --name.', line: null };
  const failed = sampleCommand({ verdict: 'failed', line: 5, column: 3, source: 'docker run a:b', cause });
  const findings = [diagnostic('link-broken', pointAt('posts/a,b.md', 7, 2), 'no page', 'Write it.')];
  const post = samplePost([sampleBlock([sampleCommand(), failed])], { path: 'posts/a,b.md', findings });
  expect(formatAnnotations(sampleReport([post]))).toBe(
    '::error file=posts/a%2Cb.md,line=7,col=2,title=link-broken::no page%0AWrite it.\n' +
      '::error file=posts/a%2Cb.md,line=5,col=3,title=failed%3A docker run a%3Ab::The page: 100%25 wrong,%0Areally.%0AWrite --name.\n',
  );
});

test('a run in which all passed has none', () => {
  expect(formatAnnotations(sampleReport([samplePost([sampleBlock([sampleCommand()])])]))).toBe('');
});

test('of more than GitHub shows, the last one says how many more there are, and where', () => {
  const cause = { whose: 'page' as const, message: 'wrong', hint: null, line: null };
  const commands = Array.from({ length: 14 }, (_, index) =>
    sampleCommand({ verdict: 'failed', line: index + 1, cause }),
  );
  const lines = formatAnnotations(sampleReport([samplePost([sampleBlock(commands)], { path: 'a.md' })]))
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(10);
  expect(lines[9]).toBe(
    '::error file=a.md,line=10,col=1,title=5 more like this::a.md:10%0Aa.md:11%0Aa.md:12%0Aa.md:13%0Aa.md:14',
  );
});

test('no page and no machine can add a command of its own, or steer the terminal', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const text = formatAnnotations(report);
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      const where = /file=[^,:\n]*,line=\d+,col=\d+,title=[^,:\n]*/.source;
      for (const line of text.trimEnd().split('\n').filter(Boolean))
        expect(line).toMatch(new RegExp(`^::(?:error|warning|notice) ${where}::`));
    }),
  );
});

test('around other text, commands are switched off by a word that it can not hold', () => {
  expect(withoutWorkflowCommands('::error::no', 'abc')).toBe('::stop-commands::abc\n::error::no\n::abc::\n');
});
