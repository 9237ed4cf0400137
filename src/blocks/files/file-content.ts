import { afterDiff, diffParts } from '../../markdown/fences/kept-lines.ts';
import type { BlockContext } from '../block-context.ts';
import { languageTag } from '../reading/language.ts';
import { writtenByPage } from './file-makers.ts';

/**
 * What is in a file when a reader has saved a block as it, with a line feed at the end. A diff of lines that the page
 * wrote before changes these; of any other, readers have what they copy.
 */
export function savedContent(
  name: string,
  { block, planned }: Pick<BlockContext, 'block' | 'planned'>,
): string {
  if (languageTag(block.language) !== 'diff') return `${block.text}\n`;
  const old = writtenByPage(name, planned);
  return (old === null ? null : changed(old, block.text)) ?? `${afterDiff(block.text)}\n`;
}

// Null where the lines that the diff finds are not there.
function changed(old: string, diff: string): string | null {
  const lines = old.split('\n');
  let from = 0;
  for (const { before, after } of diffParts(diff)) {
    const at = placeOf(before, lines, from);
    if (at === -1) return null;
    lines.splice(at, before.length, ...after);
    from = at + after.length;
  }
  return lines.join('\n');
}

function placeOf(part: readonly string[], lines: readonly string[], from: number): number {
  return lines.findIndex(
    (_line, index) => index >= from && part.every((line, offset) => lines[index + offset] === line),
  );
}
