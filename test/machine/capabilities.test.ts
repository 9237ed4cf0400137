import { expect, test } from 'vitest';
import { withheldCapabilities } from '../../src/machine/capabilities.ts';

const statusOf = (bounding: string) => `Name:\tnode\nCapEff:\t0000000000000000\nCapBnd:\t${bounding}\n`;

test('a computer that withholds nothing lets machines have all', () => {
  expect(withheldCapabilities(statusOf('000001ffffffffff'))).toEqual([]);
});

test('a missing bit is named by its place in the kernel’s list', () => {
  expect(withheldCapabilities(statusOf('000001fffeffffff'))).toEqual(['SYS_RESOURCE']);
});

test('in an ordinary container, whose engine is outside, the limits of the container do not count', () => {
  expect(withheldCapabilities(statusOf('00000000a80425fb'))).toEqual([]);
});

test('without /proc nothing is known, so nothing is dropped', () => {
  expect(withheldCapabilities('')).toEqual([]);
});
