import { expect, test } from 'vitest';
import { compareOutput } from '../../../../src/run/expect/shown/compare-output.ts';
import { emptyListing } from '../../../../src/run/judge/empty-listing.ts';

// What `docker images` prints on a terminal since Docker 29, in Docker's own columns.
const legend = `${' '.repeat(48)}i Info →   U  In Use`;
const head = 'IMAGE          ID             DISK USAGE   CONTENT SIZE   EXTRA';
const rows = [
  'made:latest    1f2e3d4c5b6a        180MB         62.1MB    U',
  '<untagged>     0a1b2c3d4e5f        180MB         62.1MB',
];

function shownBefore(...lines: string[]): string {
  return ['REPOSITORY   TAG       IMAGE ID       CREATED         SIZE', ...lines].join('\n');
}

test.each([
  ['a name', 'made         latest    77ff00aa11bb   2 minutes ago   61MB', true],
  ['no name', '<none>       <none>    88ff00aa11cc   5 minutes ago   61MB', true],
  ['another name', 'maid         latest    77ff00aa11bb   2 minutes ago   61MB', false],
  ['another tag', 'made         v2        77ff00aa11bb   2 minutes ago   61MB', false],
])('a page that shows the older table of images is held against the newer one: %s', (_, line, held) => {
  const printed = [legend, head, ...rows].join('\n');
  expect(compareOutput(shownBefore(line), printed).held).toBe(held);
});

test('an empty list of images is known by its heading, and by what stands above it', () => {
  const none = { done: [], later: [] };
  expect(emptyListing('docker images purge', `${legend}\n${head}\n`, none)?.message).toContain('“purge”');
  expect(emptyListing('docker images made', [legend, head, ...rows].join('\n'), none)).toBeNull();
});
