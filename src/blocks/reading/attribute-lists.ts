import type { Block } from '../../model/block.ts';

// kramdown, which Jekyll uses, lets a line below a block say what it is: `{: .language-bash}`, `{: file="compose.yaml"}`.
const list = /\{:[^{}\n]*\}/;
const alone = new RegExp(String.raw`^[\s>]*(${list.source})\s*$`);

/** The lines of a piece of Markdown that are lists of attributes and nothing to read. */
export function attributeLists(text: string): { start: number; end: number }[] {
  if (!text.includes('{:')) return [];
  const lines = new RegExp(String.raw`^[^\S\n>]*(?:>[^\S\n]*)*${list.source}[^\S\n]*$`, 'gm');
  return [...text.matchAll(lines)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** A block with what the line below its last one says of it; a tag of its own counts more. */
export function withAttributes(block: Block, below: string): Block {
  const found = alone.exec(below)?.[1];
  if (found === undefined) return block;
  const classes = [...found.matchAll(/(?<=[\s:])\.([\w-]+)/g)].map((match) => match[1]!);
  const language = block.language ?? languageIn(classes);
  const attributes = [...found.matchAll(/[\w-]+=(?:"[^"]*"|'[^']*')/g)].map((match) => match[0]);
  return { ...block, language, meta: [block.meta, ...attributes].filter((part) => part !== '').join(' ') };
}

// The Carpentries say `.error` of what a command prints when it fails, and `.source` of any code.
function languageIn(classes: string[]): string | null {
  const named = classes.find((one) => one.startsWith('language-'));
  if (named !== undefined) return named.slice('language-'.length);
  const plain = classes.find((one) =>
    /^(?:bash|shell|sh|console|terminal|output|error|python|yaml|json)$/.test(one),
  );
  return plain === 'error' ? 'output' : (plain ?? null);
}
