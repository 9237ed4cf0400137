import { expect, test } from 'vitest';
import { diagnostic } from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';
import { formatAnnotations } from '../../src/report/github.ts';
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
