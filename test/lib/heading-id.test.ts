import { expect, test } from 'vitest';
import { readHeadingId } from '../../src/lib/heading-id.ts';

test.each([
  ['Clean up {#clean-up}', 'Clean up', 'clean-up'],
  ['Clean up {: #clean-up .wide }', 'Clean up', 'clean-up'],
  ['Clean up {/* #clean-up */}', 'Clean up', 'clean-up'],
  ['Clean up', 'Clean up', null],
  ['Use {#id} in headings', 'Use {#id} in headings', null],
  ['docker ps --format {{.Names}}', 'docker ps --format {{.Names}}', null],
])('%s', (written, text, id) => {
  expect(readHeadingId(written)).toEqual({ text, id });
});
