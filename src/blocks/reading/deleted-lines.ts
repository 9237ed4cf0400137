import { readInfoString } from '../../markdown/fences/info-string.ts';
import { withoutLines } from '../../markdown/fences/kept-lines.ts';
import type { Block } from '../../model/block.ts';

/** A block without the lines that its info string says are gone (`del={2}`): nobody copies them. `raw` keeps all. */
export function withoutDeletedLines(block: Block): Block {
  if (!/\b(?:del|rem|remove)=/.test(`${block.language} ${block.meta}`)) return block;
  const { deleted } = readInfoString(block.language, block.meta, block.lineStarts.length);
  if (deleted.size === 0 || deleted.size === block.lineStarts.length) return block;
  return {
    ...block,
    text: withoutLines(block.text, deleted),
    raw: block.raw ?? block.text,
    lineStarts: block.lineStarts.filter((_, index) => !deleted.has(index + 1)),
  };
}
