import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWords, hasWord } from '../../../src/run/expect/words.ts';

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

describe('checkWords', () => {
  const output = `CONTAINER ID   STATUS                     NAMES
b927dae64901   Exited (1) 2 seconds ago   db
b927dae64902   Up 2 seconds               web`;
  const check = (sentence: string, ...words: string[]) =>
    checkWords({ sentence, words, source: { line: 1 } }, output);

  it('looks in the row that the promise names', () => {
    expect(check('You see that web is "Up".', 'Up')).toMatchObject({ held: true });
    expect(check('You see that db is "Up".', 'Up')).toMatchObject({
      held: false,
      message:
        'the post promises “Up”, which was not printed in the row “b927dae64901 Exited (1) 2 seconds ago db”',
    });
    expect(check('You see db.', 'db', 'Up')).toMatchObject({ held: false });
  });

  it.each([
    ['You see a container that is "Up".', ['Up']],
    ['You see db and web, "Up".', ['Up']],
    ['Of db, look at STATUS.', ['STATUS']],
  ])('looks everywhere for “%s”', (sentence, words) => {
    expect(check(sentence, ...words)).toMatchObject({ held: true });
  });
});
