import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visible } from '../../lib/visible.ts';
import type { CommandProof } from '../../model/proof.ts';
import type { BlockReading } from './block-state.ts';

// Of a longer output the page shows how it begins and ends, or where engines differ; the record has all of it.
const shownLines = 2;

/**
 * What a command printed, or that it printed nothing: all of it, or so much as tells what came of it. Among lines that
 * other engines printed too, those that they did not are marked.
 */
export function printedOutput(
  command: CommandProof,
  { reading, isWhole }: { reading: BlockReading; isWhole: boolean },
): Element[] {
  const { output, ran, verdict } = command;
  if (output.trim() === '') {
    const said = ran !== null && verdict !== null && reading.proof.kind !== 'usage';
    return said ? [h('p', 'It printed nothing.')] : [];
  }
  const lines = linesOf(isWhole ? output : withShortIds(output));
  const different = reading.differences.get(command) ?? [];
  const shown = isWhole || !isLong(command) ? [...lines.keys()] : excerptOf(lines.length, different);
  const isWide = shown.some((line) => (lines[line] ?? '').length > 30);
  const marked = new Set(shown.every((line) => different.includes(line)) ? [] : different);
  const text = withGaps(shown, lines.length).flatMap((line, index) => [
    index === 0 ? '' : '\n',
    line === null ? '…' : lineOf(lines[line] ?? '', marked.has(line)),
  ]);
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
function excerptOf(count: number, different: readonly number[]): number[] {
  return different.length > 0 ? different.slice(0, shownLines) : [0, count - 1];
}

/** The lines with a null wherever some are left out. */
function withGaps(shown: readonly number[], count: number): (number | null)[] {
  const next = [...shown.slice(1), count];
  const parts = shown.flatMap((line, index) => (next[index] === line + 1 ? [line] : [line, null]));
  return shown[0] === 0 ? parts : [null, ...parts];
}

function lineOf(line: string, isMarked: boolean): ElementContent | string {
  return isMarked ? h('mark', line) : line;
}

// Nobody compares 40 or 64 digits, and what can't be compressed is most of what a page weighs. The record has them all.
function withShortIds(text: string): string {
  return text.replace(/(?<![\da-f])([\da-f]{12})(?:[\da-f]{28}|[\da-f]{52})(?![\da-f])/g, '$1…');
}
