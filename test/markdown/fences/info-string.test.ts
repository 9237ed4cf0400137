import { describe, expect, test } from 'vitest';
import { type InfoString, readInfoString } from '../../../src/markdown/fences/info-string.ts';

interface Read extends Partial<Record<'marked' | 'inserted' | 'deleted', number[]>> {
  language?: string | null;
  title?: string;
  firstNumber?: number;
  wraps?: true;
}

// What an info string says besides what is the rule.
function read(info: string): Read {
  const [lang = '', ...meta] = info.split(' ');
  const { language, title, firstNumber, wraps, ...lines } = readInfoString(lang || null, meta.join(' '), 20);
  return {
    language,
    ...(title === null ? {} : { title }),
    ...(firstNumber === null ? {} : { firstNumber }),
    ...(wraps ? { wraps } : {}),
    ...Object.fromEntries(numbersIn(lines).filter(([, numbers]) => numbers.length > 0)),
  };
}

function numbersIn(lines: Pick<InfoString, 'marked' | 'inserted' | 'deleted'>): [string, number[]][] {
  return Object.entries(lines).map(([name, numbers]) => [name, [...numbers]]);
}

describe('an info string', () => {
  test.each<[string, Read]>([
    ['bash', { language: 'bash' }],
    ['', { language: null }],
    ['yaml title="compose.yaml"', { language: 'yaml', title: 'compose.yaml' }],
    ["yaml file='a b.yaml'", { language: 'yaml', title: 'a b.yaml' }],
    ['js {1,3-5}', { language: 'js', marked: [1, 3, 4, 5] }],
    ['js{1,3}', { language: 'js', marked: [1, 3] }],
    ['js{1, 3} title=a.js', { language: 'js', marked: [1, 3], title: 'a.js' }],
    ['js ins={2} del={3-4}', { language: 'js', inserted: [2], deleted: [3, 4] }],
    ['js {1} ins={2}', { language: 'js', marked: [1], inserted: [2] }],
    ['js {18-99}', { language: 'js', marked: [18, 19, 20] }],
    [
      'js {hl_lines=[2,"4-5"],linenos=table,linenostart=9}',
      { language: 'js', marked: [2, 4, 5], firstNumber: 9 },
    ],
    ['py hl_lines="2 4-5" linenums="3"', { language: 'py', marked: [2, 4, 5], firstNumber: 3 }],
    ['ts:line-numbers=7', { language: 'ts', firstNumber: 7 }],
    ['ts showLineNumbers', { language: 'ts', firstNumber: 1 }],
    ['ts showLineNumbers=false', { language: 'ts' }],
    ['{.python .numberLines startFrom="5"}', { language: 'python', firstNumber: 5 }],
    ['js wrap', { language: 'js', wraps: true }],
    ['js wrap=false', { language: 'js' }],
    ['.term1', { language: '.term1' }],
    ['c++', { language: 'c++' }],
  ])('%s', (info, expected) => {
    expect(read(info)).toEqual(expected);
  });
});
