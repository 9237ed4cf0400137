import { describe, expect, it } from 'vitest';
import { isOutputComment } from '../../src/shell/output-comment.ts';

describe('a comment shows output', () => {
  it.each([
    'Output:',
    'Output: Docker version 28.5.2, build ecc6942',
    '=> hello world',
    '-> 3',
    '→ web',
    'Returns: true',
    'prints: the answer is 42',
    'Expected output: The answer',
    'Result => [1, 2]',
    'Error response from daemon: volume is in use',
  ])('in “%s”', (text) => {
    expect(isOutputComment(text)).toBe(true);
  });
});

describe('a comment explains', () => {
  it.each([
    '-> a network for both',
    '=> runs in the background',
    'Output: the IP address of the container',
    'Returns: container ids',
    '→ your image',
    'list the output',
  ])('in “%s”', (text) => {
    expect(isOutputComment(text)).toBe(false);
  });
});
