import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProgress } from '../../../src/report/terminal/live.ts';
import { anyText } from '../../helpers/any-text.ts';

test('the live line shows post, command and elapsed time', () => {
  const progress = {
    post: 'posts/docker/p1/index.md',
    index: 2,
    total: 5,
    command: 'docker run nginx',
    elapsedMs: 72_300,
  };
  expect(formatProgress(progress, 72)).toBe(
    '[2/5] …ts/docker/p1/index.md  docker run nginx                     1:12',
  );
});

test('the live line always fits, whatever it holds, and is one line', () => {
  const text = anyText();
  fc.assert(
    fc.property(
      text,
      fc.option(text),
      fc.integer({ min: 1, max: 200 }),
      fc.nat(),
      (post, command, columns, elapsedMs) => {
        const line = formatProgress({ post, index: 1, total: 2, command, elapsedMs }, columns);
        expect(line.length).toBeLessThan(columns);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      },
    ),
  );
});
