import type { Element } from 'hast';
import { h } from 'hastscript';
import { visible } from '../lib/visible.ts';
import type { CommandProof } from '../model/proof.ts';
import type { Reading } from './block-state.ts';

// Of a longer output the page shows how it begins and ends, or where engines differ; the record has all of it.
const shownLines = 2;

/** What a command printed, or that it printed nothing: all of it, or so much as tells what came of it. */
export function printedBy(
  command: CommandProof,
  { reading, isWhole }: { reading: Reading; isWhole: boolean },
): Element[] {
  const { output, ran, verdict } = command;
  if (output.trim() === '') {
    const said = ran !== null && verdict !== null && reading.proof.kind !== 'usage';
    return said ? [h('p', 'It printed nothing.')] : [];
  }
  const lines = linesOf(output);
  const shown = isWhole || !isLong(command) ? lines : excerptOf(lines, reading.differences.get(command));
  const isWide = shown.some((line) => line.length > 30);
  const text = isWhole ? shown.join('\n') : withShortIds(shown.join('\n'));
  return [h('pre.printed', isWide ? { tabIndex: 0 } : {}, h('samp', text))];
}

/** Whether the page shows only a part of what a command printed. */
export function isLong({ output }: Pick<CommandProof, 'output'>): boolean {
  return linesOf(output).length > shownLines + 2;
}

function linesOf(output: string): string[] {
  return visible(output.replace(/\n+$/, '')).split('\n');
}

// The end says what came of it, unless engines differ in other lines.
function excerptOf(lines: readonly string[], different: readonly number[] = []): string[] {
  const shown = different.length > 0 ? different.slice(0, shownLines) : [0, lines.length - 1];
  // Where each one's next stands: nothing but a gap is shown between them.
  const next = [...shown, lines.length].slice(1);
  const before = shown[0] === 0 ? [] : ['…'];
  const parts = shown.flatMap((line, index) => [
    lines[line] ?? '',
    ...(next[index] === line + 1 ? [] : ['…']),
  ]);
  return [...before, ...parts];
}

// Nobody compares 40 or 64 digits, and what can't be compressed is most of what a page weighs. The record has them all.
function withShortIds(text: string): string {
  return text.replace(/(?<![\da-f])([\da-f]{12})(?:[\da-f]{28}|[\da-f]{52})(?![\da-f])/g, '$1…');
}
