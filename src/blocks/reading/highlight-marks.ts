import { readSetOff } from '../../markdown/fences/set-off.ts';
import type { Block } from '../../model/block.ts';

/**
 * A block without the marks that tell one site how to show it. What they say is kept where it decides: a label names
 * the file, a second label of `Output` says that it is output. `raw` keeps the text as written.
 */
export function withoutHighlightMarks(block: Block): Block {
  const { text, label, secondLabel, labelLines } = readSetOff(block.text);
  if (text === block.text) return block;
  return {
    ...block,
    language: secondLabel !== null && /^output$/i.test(secondLabel) ? 'output' : block.language,
    meta: label === null ? block.meta : `${block.meta} title="${label}"`.trim(),
    text,
    raw: block.text,
    lineStarts: block.lineStarts.slice(labelLines),
  };
}
