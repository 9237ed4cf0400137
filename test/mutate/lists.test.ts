import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEquivalents, setAside } from '../../src/mutate/equivalents.ts';
import { formatMutationSummary, shareKilled } from '../../src/mutate/format-mutation.ts';
import { keep, keptPost, knownOutcome, parseKept } from '../../src/mutate/kept-results.ts';
import { mainWord, misspell } from '../../src/mutate/misspell.ts';
import { type Mutant, mutantKey } from '../../src/mutate/mutant.ts';
import type { Outcome, Result } from '../../src/mutate/outcome.ts';
import { sample } from '../../src/mutate/sample.ts';

const mutant: Mutant = {
  operator: 'flag-removed',
  start: 20,
  end: 23,
  after: '',
  about: ['b1'],
  line: 4,
  column: 11,
  before: ' -a',
  heading: 'Step 1: look',
};

describe('equivalent mutants', () => {
  test('are known by their text, wherever they stand', () => {
    const listed = parseEquivalents(`# why\n\n${mutantKey(mutant)}\tthe same here\n`);
    const moved = { ...mutant, start: 90, end: 93, line: 14 };
    const elsewhere = { ...mutant, heading: 'Step 2' };
    expect(setAside([moved, elsewhere], listed)).toEqual({
      real: [elsewhere],
      equivalent: [moved],
      unused: [],
    });
  });

  test('that fit nothing are named', () => {
    const listed = parseEquivalents('Step 9\tflag-removed\t-a\t(nothing)\tgone\n');
    expect(setAside([mutant], listed).unused.map(({ line }) => line)).toEqual([1]);
  });

  test('without a reason or a column are mistakes', () => {
    const { entries, problems } = parseEquivalents('a\tb\tc\td\t \na\tb\tc\n');
    expect(entries).toEqual([]);
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['line 1', 'line 2']);
  });
});

describe('a sample', () => {
  const items = Array.from({ length: 100 }, (_, index) => index);

  test('is the same for the same seed, another for another, and in order', () => {
    expect(sample(items, 10, 7)).toEqual(sample(items, 10, 7));
    expect(sample(items, 10, 7)).not.toEqual(sample(items, 10, 8));
    expect(sample(items, 10, 7)).toEqual(sample(items, 10, 7).toSorted((one, other) => one - other));
  });

  test('holds each at most once, and all when that many are asked for', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(), (count, seed) => {
        expect(new Set(sample(items, count, seed)).size).toBe(Math.min(count, items.length));
      }),
    );
  });
});

describe('a misspelt word', () => {
  test('is never the word itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w.:/-]{1,20}$/), (word) => {
        expect(misspell(word)).not.toBe(word);
      }),
    );
  });

  test('is the longest run of letters of a text, else of digits', () => {
    const wordOf = (text: string): string => text.slice(mainWord(text)?.start, mainWord(text)?.end);
    expect(['a harbour:80', '8080:80'].map(wordOf)).toEqual(['harbour', '8080']);
    expect(mainWord('-- ')).toBeNull();
  });
});

describe('what is kept from run to run', () => {
  const killed: Outcome = { kind: 'killed', by: 'run', because: 'it failed' };
  const survived: Outcome = { kind: 'survived' };
  /** What a run with this code and text finds of a mutant of which an earlier one has kept the outcome. */
  const known = (outcome: Outcome, { code = 'c', source = 'a', of = mutant } = {}): Outcome | null => {
    const kept = parseKept('', 'c');
    keep(keptPost(kept, 'post.md', 'a'), { mutant, outcome });
    return knownOutcome(keptPost(parseKept(JSON.stringify(kept), code), 'post.md', source), of);
  };

  test('are outcomes of this code only: a comparison may have become laxer', () => {
    expect([known(survived), known(killed)]).toEqual([survived, killed]);
    expect([known(survived, { code: 'new' }), known(killed, { code: 'new' })]).toEqual([null, null]);
  });

  test('is not taken for another text or another change', () => {
    expect(known(killed, { source: 'b' })).toBe(null);
    expect(known(killed, { of: { ...mutant, end: 24 } })).toBe(null);
  });

  test('is forgotten once the text of its post is another one', () => {
    const kept = parseKept('', 'c');
    keep(keptPost(kept, 'post.md', 'a'), { mutant, outcome: killed });
    expect(keptPost(kept, 'post.md', 'b').results).toEqual({});
    expect(JSON.stringify(kept)).not.toContain('it failed');
  });

  test.each([
    '',
    '{"version":2,"resu',
    'null',
    '[]',
    '{"version":1,"results":{},"wholes":{}}',
    '{"version":2}',
  ])('is nothing when the file holds %j', (text) => {
    expect(parseKept(text, 'c').posts).toEqual({});
  });
});

describe('the summary', () => {
  const results = (['killed', 'killed', 'survived', 'undecided'] as const).map(
    (kind, index): Result => ({
      mutant: { ...mutant, line: index + 1 },
      outcome:
        kind === 'survived'
          ? { kind }
          : kind === 'killed'
            ? { kind, by: 'run', because: 'x' }
            : { kind, because: 'no registry' },
    }),
  );

  test('counts on neither side what is not decided', () => {
    expect(shareKilled(results)).toBeCloseTo(66.67, 1);
    expect(shareKilled(results.slice(3))).toBe(null);
  });

  test('does not take the undecided for a share', () => {
    const undecided = [{ path: 'post.md', result: results[3]! }];
    const text = formatMutationSummary({
      results: undecided,
      excluded: 0,
      equivalent: 0,
      unused: [],
      aim: 97,
    });
    expect(text).toContain('No mutant was decided');
  });

  test('lists survivors with their place and what was changed', () => {
    const text = formatMutationSummary({
      results: results.map((result) => ({ path: 'post.md', result })),
      excluded: 3,
      equivalent: 2,
      unused: ['list.tsv:7'],
      aim: 97,
    });
    expect(text).toContain('post.md:3:11 flag-removed: -a → (nothing)');
    expect(text).toContain('post.md:4:11 flag-removed: -a → (nothing)\n    no registry');
    expect(text).toContain('list.tsv:7');
    expect(text).toContain('66.7 % turned red; the aim is 97 %.');
    expect(text).not.toContain('post.md:1:11');
  });
});
