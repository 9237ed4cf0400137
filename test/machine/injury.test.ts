import { describe, expect, test } from 'vitest';
import { parseInjury } from '../../src/machine/injury.ts';

describe('what a machine says of itself', () => {
  test('nothing, when it is whole', () => {
    expect(parseInjury('whole\n')).toBeNull();
  });

  test.each([
    ['processes 3072\nengine\nwhole\n', { kind: 'processes', most: 3072 }],
    ['memory\nwhole\n', { kind: 'memory' }],
    ['program docker\nwhole\n', { kind: 'program', name: 'docker' }],
    ['engine\nwhole\n', { kind: 'engine' }],
  ])('the likeliest cause first: %j', (printed, injury) => {
    expect(parseInjury(printed)).toEqual(injury);
  });

  test('nothing about the page, when it is silent', () => {
    expect(parseInjury('')).toEqual({ kind: 'gone' });
  });

  test.each([
    'OCI runtime exec failed: exec: "/bin/sh": no such file or directory',
    '/bin/sh: 0: cannot open',
  ])('that nothing runs there any more, when it can’t say that it is whole: %j', (printed) => {
    expect(parseInjury(printed)).toEqual({ kind: 'program', name: '/bin/sh' });
  });
});
