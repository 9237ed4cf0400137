import { expect, it } from 'vitest';
import { lastWords } from '../../../src/run/judge/last-words.ts';

it('begins where the log speaks of trouble', () => {
  const log =
    'Starting\nError: no password is specified.\n  Give one with PASSWORD=…\n  or do without.\n  Then anyone is let in.\n';
  expect(lastWords(log)).toBe(
    'Error: no password is specified.\n  Give one with PASSWORD=…\n  or do without.',
  );
});

it('is the end of a log that speaks of none', () => {
  expect(lastWords('one\ntwo\nthree\nfour\n')).toBe('two\nthree\nfour');
  expect(lastWords('')).toBe('');
});
