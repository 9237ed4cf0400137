import { describe, expect, test } from 'vitest';
import { infoStringFaults } from '../../../src/markdown/fences/info-string-faults.ts';

const faults = (info: string): string[] =>
  infoStringFaults(info, 10).map(({ message, hint }) => `${message} ${hint}`);
const list = 'Write lines by number, from 1, with commas between: `{2,4-6}`.';

describe('an author hears of', () => {
  test.each([
    ['js {2,x}', `\`{2,x}\` can't be read: \`x\` is no line, and no range of lines. ${list}`],
    ['js{2,x}', `\`{2,x}\` can't be read: \`x\` is no line, and no range of lines. ${list}`],
    ['js {3-}', `\`{3-}\` can't be read: \`3-\` is no line, and no range of lines. ${list}`],
    ['js {6-4}', `\`{6-4}\` can't be read: \`6-4\` ends before it begins. ${list}`],
    ['js {0}', `\`{0}\` can't be read: lines count from 1. ${list}`],
    ['js {2,11}', `\`{2,11}\` can't be read: the block has only 10 lines. ${list}`],
    ['js ins={}', `\`ins={}\` can't be read: it names no lines. ${list}`],
    ['js ins="word"', `\`ins="word"\` can't be read: \`word\` is no line, and no range of lines. ${list}`],
    [
      'js hl_lines="1 a"',
      `\`hl_lines="1 a"\` can't be read: \`a\` is no line, and no range of lines. ${list}`,
    ],
    ['js title=', '`title=` names nothing. Write the name behind it, in quotes: `title="compose.yaml"`.'],
    ['js title=""', '`title=""` names nothing. Write the name behind it, in quotes: `title="compose.yaml"`.'],
    ['js title="a.js {2}', 'The quote in `title="a.js {2}` is never closed. Close it.'],
    ['js titel="a.js"', 'Nothing is known of `titel`, so it does nothing. Did you mean `title`?'],
    [
      'js showLineNumber',
      'Nothing is known of `showLineNumber`, so it does nothing. Did you mean `showLineNumbers`?',
    ],
  ])('%s', (info, expected) => {
    expect(faults(info)).toEqual([expected]);
  });
});

test.each(['a', 'a-', '1', '{', 'ins={', 'a="'])(
  'a word as long as a file, made of %j, is read at once',
  (part) => {
    const word = part.repeat(500_000 / part.length);
    expect(infoStringFaults(word, 1).length + infoStringFaults(`bash ${word}`, 1).length).toBeLessThan(3);
  },
);

test.each([
  'js {1,3-5} title="a.js" showLineNumbers wrap ins={2} del={3-4}',
  'js {5-20}',
  'py title="it\'s" linenums="1" hl_lines="2 3-4"',
  'go {linenos=table,hl_lines=[1,"3-4"],linenostart=7}',
  'go {hl_lines=[2,"4-5"]}',
  '{.bash .numberLines startFrom="5"}',
  '{r, echo=FALSE}',
  'python {cmd=true}',
  'bash {{execute}}',
  'jsx live {"noInline": true}',
  'bash filename="a b.sh" frame="none"',
  'shell npm2yarn',
  'json5 tile=3',
  '',
])('nothing is wrong with %j', (info) => {
  expect(faults(info)).toEqual([]);
});
