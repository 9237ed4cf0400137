import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWord } from '../../../src/run/expect/words.ts';

describe('hasWord', () => {
  it.each([
    ['CONTAINER nginx Up 3 seconds', 'Up'],
    ['hello-world:latest', 'hello-world'],
    ['Welcome  to nginx!', 'welcome to nginx!'],
    ['0.0.0.0:8080->80/tcp', '0.0.0.0:8080'],
    ['Exited (0) 3 seconds ago', 'Exited (0)'],
  ])('finds in “%s” the word “%s”', (text, word) => {
    expect(hasWord(text, word)).toBe(true);
  });

  it.each([
    ['Updated', 'Up'],
    ['Exited (137)', 'Exited (1)'],
    ['', 'x'],
  ])('does not find in “%s” the word “%s”', (text, word) => {
    expect(hasWord(text, word)).toBe(false);
  });

  it('finds any word in itself and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((word) => word.trim() === word),
        (word) => hasWord(word, word),
      ),
    );
  });
});
