import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScreen } from '../../../src/run/terminal/screen.ts';
import { anyText } from '../../helpers/any-text.ts';

test.each<[string, string, string, string | null]>([
  ['plain text has no looks', 'a\r\nb\r\n', 'a\nb', null],
  ['colours', 'a \u001b[1;34mred\u001b[0m b', 'a red b', 'a \u001b[0;1;34mred\u001b[0m b'],
  ['a bar in its last state', '\u001b[32m10%\r\u001b[32m99%\u001b[0m\r\n', '99%', '\u001b[0;32m99%\u001b[0m'],
  ['the palette of 256', '\u001b[38;5;208mo\u001b[0m', 'o', '\u001b[0;33mo\u001b[0m'],
  ['any colour', '\u001b[48;2;0;0;255mo\u001b[0m', 'o', '\u001b[0;44mo\u001b[0m'],
  ['wide characters', '\u001b[7m船\u001b[0mx', '船x', '\u001b[0;7m船\u001b[0mx'],
  [
    'titles, links and the clipboard are no text',
    '\u001b]0;t\u0007\u001b]8;;http://e.example\u0007l\u001b]8;;\u0007\u001b]52;c;ZQ==\u0007',
    'l',
    '\u001b[0;4ml\u001b[0m',
  ],
])('%s', async (_what, raw, text, styled) => {
  expect(await readScreen(raw)).toEqual({ text, styled });
});

test('a line longer than the screen is one line, in its looks too', async () => {
  const { text, styled } = await readScreen(`\u001b[31m${'x'.repeat(300)}\u001b[0m`);
  expect(text).toBe('x'.repeat(300));
  expect(styled?.split('\n')).toHaveLength(1);
});

const red = (line: number): string => `\u001b[31m${line}\u001b[0m\r\n`;

test('shows all of many lines, and says how many of very many are left out', async () => {
  const many = (await readScreen(Array.from({ length: 25_000 }, (_, line) => red(line)).join(''))).text;
  expect([many.slice(0, 4), many.split('\n').length]).toEqual(['0\n1\n', 25_000]);
  const { text } = await readScreen(Array.from({ length: 50_000 }, (_, line) => red(line)).join(''));
  expect([text.slice(0, 4), text.slice(-5)]).toEqual(['0\n1\n', '49999']);
  expect(text).toContain('[… 10001 lines left out …]');
});

test('without its looks, styled text is the text, whatever a machine prints', async () => {
  const piece = fc.oneof(
    anyText(8),
    fc.constantFrom('\u001b[31m', '\u001b[0m', '\u001b[2J', '\u001b[5A', '\u001b[7m', '\r\n', '\r', '\t'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const { text, styled } = await readScreen(pieces.join(''));
      if (styled !== null)
        expect(
          styled
            .replace(/\u001b\[[\d;]*m/g, '')
            .replace(/[ \t]+$/gm, '')
            .trim(),
        ).toBe(text.replace(/[ \t]+$/gm, '').trim());
    }),
  );
});
