import { describe, expect, it } from 'vitest';
import { isFailure, isTakenBack, saysFailure } from '../../../src/blocks/traits/failing-words.ts';

// One sentence for each word of the patterns, so that none can be lost unseen.
describe('a sentence says that a command fails', () => {
  it.each([
    'This will fail.',
    'This should now fail.',
    'This must fail.',
    'It is going to fail.',
    'It is expected to fail.',
    'You can expect it to fail.',
    'You will get an error.',
    'You’ll now see an error.',
    "We'll receive the following error.",
    'We should have a rather long error.',
    'It fails with status 1.',
    'Removing it while it runs fails:',
    'It now fails:',
    'It now fails, because it runs:',
    'It now fails since it runs:',
    'It now fails as it runs:',
    'Docker refuses:',
    'Now the engine complains:',
    'The daemon now objects:',
    'The command says no:',
    'It won’t let you:',
    "It won't let you to do so:",
    'Docker will refuse this:',
    'It will complain that:',
    'If you now try it, it will fail.',
    'If you run it again, it will fail.',
    'If you execute it again, it will fail.',
    'If you attempt it again, it will fail.',
    'When you start it again, it will fail.',
    'When run twice, it will fail.',
    'When we start it again, it will fail.',
    'When it runs again, it will fail.',
    'When typed twice, it will fail.',
    'When executed twice, it will fail.',
    'When called twice, it will fail.',
    'When starting it again, it will fail.',
  ])('%s', (sentence) => {
    expect(isFailure(sentence)).toBe(true);
  });
});

describe('a sentence does not say that a command fails', () => {
  it.each([
    'It will fail-over.',
    'It will fail over.',
    'It will fail fast.',
    'It will fail safe.',
    'It will fail open.',
    'It will fail closed.',
  ])('something does it on purpose: %s', (sentence) => {
    expect(isFailure(sentence)).toBe(false);
  });

  it.each([
    'You will see an error-free log.',
    'You will see an error count.',
    'You will see an error rate.',
    'You will see an error page.',
    'You will see an error log.',
    'You will see an error report.',
    'You will see an error handler.',
    'You will have an error budget.',
  ])('an error is not what it is about: %s', (sentence) => {
    expect(isFailure(sentence)).toBe(false);
  });

  it.each([
    '“If removing it fails:',
    'When removing it fails:',
    'Whenever removing it fails:',
    'Once removing it fails:',
    'After removing it fails:',
    'In case removing it fails:',
    'Should removing it fails:',
    'Until removing it fails:',
    'When the port is taken, it will fail.',
    'In case the port is taken, it will fail.',
    'As long as the port is taken, it will fail.',
    'If the port is taken, it will fail.',
  ])('it begins with a case: %s', (sentence) => {
    expect(isFailure(sentence)).toBe(false);
  });

  it.each([
    'The health check will fail.',
    'The healthchecks should fail.',
    'The probe must fail.',
    'One node is going to fail.',
    'Two managers are going to fail.',
    'The worker is expected to fail.',
    'The replica fails with status 1.',
    'The task now fails with status 1.',
    'The primary will fail.',
    'The leader will fail.',
  ])('something else fails than what is typed: %s', (sentence) => {
    expect(isFailure(sentence)).toBe(false);
  });

  it.each([
    'If you run a different command, it will fail.',
    'If you try another name, it will fail.',
    'When you run it with the other name, it will fail.',
    'If you try a wrong name, it will fail.',
    'If you run it there instead, it will fail.',
    'If you try any name, it will fail.',
  ])('the page types something else: %s', (sentence) => {
    expect(isFailure(sentence)).toBe(false);
  });

  it.each([
    'It might fail with an error, it must fail.',
    'It may be that it will fail.',
    'It could be that it will fail.',
    'Unless it is there, it will fail.',
    'Otherwise it will fail.',
    'Sometimes it will fail.',
    'Without it, this will fail.',
  ])('nobody knows: %s', (sentence) => {
    expect(isFailure(sentence)).toBe(false);
  });
});

describe('behind the words of failing', () => {
  it.each([
    'It will fail, so stop it.',
    'It will fail, therefore stop it.',
    'It will fail, thus stop it.',
    'It will fail, stop it first.',
    'It will fail, take the other instead.',
    'It will fail, stop it beforehand.',
    'It will fail if it runs.',
    'It will fail if the port is taken.',
    'It will fail until the port is free.',
    'It will fail unless the port is free.',
    'It will fail when it runs.',
    'It will fail whenever it runs.',
    'It will fail in case it runs.',
    'It will fail as long as it runs.',
  ])('it is taken back: %s', (sentence) => {
    expect(isTakenBack(sentence)).toBe(true);
  });

  it.each([
    'It will fail.',
    'It will fail, so that you see the error.',
    'It will fail when running it again.',
  ])('it is kept: %s', (sentence) => {
    expect(isTakenBack(sentence)).toBe(false);
  });
});

describe('a comment', () => {
  it.each([
    'this command will fail',
    'command fails',
    'errors out',
    'should error',
    'it will fail',
    'it should fail',
    'expected to fail',
    'it will error',
  ])('says that its command fails: # %s', (comment) => {
    expect(saysFailure(comment)).toBe(true);
  });

  it.each([
    'might fail',
    'fails without it',
    'error log',
    'failure handling',
    'error messages',
    'error handling',
    'it works',
    'fail log',
  ])('does not say so: # %s', (comment) => {
    expect(saysFailure(comment)).toBe(false);
  });
});
