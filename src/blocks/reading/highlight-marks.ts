import type { Block } from '../../model/block.ts';

// DigitalOcean's Markdown: a label, the label of a second box, the server of a block; words set off from the others.
const heading = /^\[(label|secondary_label|environment) ([^\]\n]+)\]\s*$/;
const setOff = /<\^>/g;

/**
 * A block without the marks that tell one site how to show it. What they say is kept where it decides: a label names
 * the file, a second label of `Output` says that it is output. `raw` keeps the text as written.
 */
export function withoutHighlightMarks(block: Block): Block {
  if (!/^\[(?:label|secondary_label|environment) |<\^>/m.test(block.text)) return block;
  const lines = block.text.split('\n');
  const count = lines.findIndex((line) => !heading.test(line));
  const heads = lines.slice(0, count === -1 ? lines.length : count).map((line) => heading.exec(line)!);
  const text = lines.slice(heads.length).join('\n').replace(setOff, '');
  if (heads.length === lines.length) return block;
  const label = heads.find(([, what]) => what === 'label')?.[2];
  const isOutput = heads.some(
    ([, what, name]) => what === 'secondary_label' && /^output$/i.test(name!.trim()),
  );
  return {
    ...block,
    language: isOutput ? 'output' : block.language,
    meta: label === undefined ? block.meta : `${block.meta} title="${label.trim()}"`.trim(),
    text,
    raw: block.text,
    lineStarts: block.lineStarts.slice(heads.length),
  };
}
