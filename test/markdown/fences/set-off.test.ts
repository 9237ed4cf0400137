import { expect, test } from 'vitest';
import { readSetOff } from '../../../src/markdown/fences/set-off.ts';

const none = { labelLines: 0, label: null, secondLabel: null, environment: null, setOff: [] };

test.each([
  ['plain text', 'docker ps', { text: 'docker ps' }],
  ['a word', 'run <^>web<^> now', { text: 'run web now', setOff: [{ start: 4, end: 7 }] }],
  [
    'two of them, one over two lines',
    '<^>a<^> <^>b\nc<^>',
    {
      text: 'a b\nc',
      setOff: [
        { start: 0, end: 1 },
        { start: 2, end: 5 },
      ],
    },
  ],
  ['a mark that has no other', 'f <^> g', { text: 'f <^> g' }],
  [
    'all labels',
    '[label a/b.yaml]\n[secondary_label Output]\n[environment second] \nx: 1',
    { text: 'x: 1', labelLines: 3, label: 'a/b.yaml', secondLabel: 'Output', environment: 'second' },
  ],
  ['a section that only looks like one', '[labels]\na=1', { text: '[labels]\na=1' }],
  ['a label further down', 'a\n[label b]', { text: 'a\n[label b]' }],
  ['a block of nothing but labels', '[label a]\n[label b]', { text: '[label a]\n[label b]' }],
])('%s', (_title, written, found) => {
  expect(readSetOff(written)).toEqual({ ...none, ...found });
});
