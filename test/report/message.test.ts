import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnostic,
  diagnosticCodes,
} from '../../src/model/diagnostic.ts';
import { pointAt } from '../../src/model/place.ts';
import { causeSentence, countFindings, formatFindings, verdictWord } from '../../src/report/message.ts';
import { anyText } from '../helpers/any-text.ts';

const broken = diagnostic(
  'link-broken',
  pointAt('posts/b.md', 30, 5),
  'there is no page at ../p2',
  'Write the page.',
);
const unknown = diagnostic(
  'front-matter-unknown-key',
  pointAt('posts/a.md', 3, 1),
  'unknown key darft',
  'Did you mean draft?',
);
const late = diagnostic('image-missing', pointAt('posts/b.md', 9, 2), 'there is no image cat.png', '');

describe('findings', () => {
  test('are grouped by file, in the order of their places, with what to do and the counts', () => {
    expect(
      formatFindings([broken, unknown, late], { color: false }),
    ).toBe(`posts/a.md:3:1  warning  unknown key darft  front-matter-unknown-key
    Did you mean draft?

posts/b.md:9:2  error  there is no image cat.png  image-missing
posts/b.md:30:5  error  there is no page at ../p2  link-broken
    Write the page.

2 errors, 1 warning
`);
  });

  test('are nothing when there are none', () => {
    expect(formatFindings([], { color: true })).toBe('');
    expect(countFindings([])).toBe('no findings');
  });

  test('never let control characters through', () => {
    const anything = anyText();
    const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
    fc.assert(
      fc.property(fc.constantFrom(...codes), anything, anything, anything, (code, path, message, hint) => {
        const finding: Diagnostic = diagnostic(
          code,
          pointAt(`\u001b${path}`),
          `${message}\u001b[31m`,
          `${hint}\u009b`,
        );
        expect(formatFindings([finding], { color: false })).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/,
        );
      }),
    );
  });
});

describe('a cause', () => {
  test.each([
    ['there is no flag --nmae', 'The page: there is no flag --nmae.'],
    ['did it answer?', 'The page: did it answer?'],
    ['it ended.\n', 'The page: it ended.'],
    ['The page names no port', 'The page names no port.'],
  ])('is a sentence that says whose it is: %j', (message, sentence) => {
    expect(causeSentence({ whose: 'page', message, hint: null, line: null })).toBe(sentence);
  });
});

test('a verdict that is not there has a word too', () => {
  expect([verdictWord('not-run'), verdictWord(null)]).toEqual(['not run', 'no verdict']);
});
