import type { Root } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { addHeadingIds } from '../../src/markdown/headings.ts';

const cases: [name: string, headings: string[], ids: string[]][] = [
  ['an author’s id', ['Install {#setup}', 'Next'], ['setup', 'next']],
  [
    'an author’s id that a later heading’s text would give',
    ['Install {#setup}', 'Setup'],
    ['setup', 'setup-1'],
  ],
  [
    'an author’s id that an earlier heading’s text would give',
    ['Setup', 'Install {#setup}'],
    ['setup-1', 'setup'],
  ],
  ['an author’s id given twice', ['One {#a}', 'Two {#a}'], ['a', 'two']],
  ['texts that are equal', ['Setup', 'Setup'], ['setup', 'setup-1']],
];

test.each(cases)('no two headings have one id: %s', (_name, headings, ids) => {
  const tree: Root = { type: 'root', children: headings.map((text) => h('h2', text)) };
  expect(addHeadingIds(tree).map(({ id }) => id)).toEqual(ids);
});
