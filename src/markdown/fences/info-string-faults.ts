import { editDistance } from '../../lib/nearest.ts';

/** Words of an info string that do nothing because they can't be read. */
export interface InfoStringFault {
  /** As they are written. */
  words: string;
  message: string;
  hint: string;
}

const listKeys = 'mark|highlight|hl_lines|ins|add|del|rem|remove';
const nameKeys = 'title|file|filename|save-as';
const flags = ['showLineNumbers', 'line-numbers', 'numberLines', 'startLineNumber', 'linenostart'];
const knownKeys = [
  ...`${listKeys}|${nameKeys}|linenos|linenums|startFrom|wrap`.split('|'),
  ...flags,
  // Others have these.
  ...'name|file_name|lineNumbers|lines|line|anchorlinenos|lineanchors|tile'.split('|'),
];

/** What nobody can read in an info string (the language and all behind it) of a block with so many lines. */
export function infoStringFaults(info: string, lines: number): InfoStringFault[] {
  return [...openQuotes(info), ...emptyNames(info), ...wrongLists(info, lines), ...misspelt(info)];
}

function openQuotes(info: string): InfoStringFault[] {
  const rest = withoutQuoted(info);
  const match = /(?<![\w-])[\w-]+=["'].*$/.exec(rest);
  if (match === null) return [];
  const words = match[0].trim();
  return [{ words, message: `The quote in \`${words}\` is never closed.`, hint: 'Close it.' }];
}

function emptyNames(info: string): InfoStringFault[] {
  const pattern = new RegExp(String.raw`(?<=^|[\s{,])(?:${nameKeys})=(?:""|''|(?=[\s,}]|$))`, 'g');
  return [...info.matchAll(pattern)].map(([words]) => ({
    words,
    message: `\`${words}\` names nothing.`,
    hint: 'Write the name behind it, in quotes: `title="compose.yaml"`.',
  }));
}

function wrongLists(info: string, lines: number): InfoStringFault[] {
  const keyed = new RegExp(
    String.raw`(?<=^|[\s{,])(?:${listKeys})=(\{[^{}]*\}|\[[^[\]]*\]|"[^"]*"|'[^']*'|[^\s,}"'[{][^\s}]*)`,
    'g',
  );
  const bare = /(?<![=\w"'{]|\$)\{([^{}=]*)\}|\{(?<=^[\w+#-]+\{)([^{}=]*)\}/g;
  const found = [
    ...[...info.matchAll(keyed)].map(([words, list = '']) => ({ words, list })),
    ...[...info.matchAll(bare)]
      .map(([words, inMeta, behindTag]) => ({ words, list: inMeta ?? behindTag ?? '' }))
      // Other generators have attributes and languages in braces.
      .filter(({ list }) => /(?:^|[\s,])\d+(?:-\d*)?(?=[\s,]|$)/.test(list)),
  ];
  return found.flatMap(({ words, list }) => {
    const problem = problemIn(list, lines);
    if (problem === null) return [];
    const message = `\`${words}\` can't be read: ${problem}.`;
    return [{ words, message, hint: 'Write lines by number, from 1, with commas between: `{2,4-6}`.' }];
  });
}

function problemIn(list: string, lines: number): string | null {
  const parts = list.split(/[\s,[\]{}"']+/).filter((part) => part !== '');
  if (parts.length === 0) return 'it names no lines';
  for (const part of parts) {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return `\`${part}\` is no line, and no range of lines`;
    if (Number(from) > Number(to)) return `\`${part}\` ends before it begins`;
    if (Number(from) === 0) return 'lines count from 1';
    if (Number(from) > lines) return `the block has only ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  }
  return null;
}

function misspelt(info: string): InfoStringFault[] {
  const words = withoutQuoted(info).match(/(?<=\s)[A-Za-z][\w-]{3,}(?==)|(?<=\s)[A-Za-z][\w-]{8,}(?=\s|$)/g);
  return (words ?? []).flatMap((word) => {
    if (knownKeys.includes(word)) return [];
    const isBare = !info.includes(`${word}=`);
    const near = (isBare ? flags : knownKeys).find((known) => isSlip(word, known));
    if (near === undefined) return [];
    const message = `Nothing is known of \`${word}\`, so it does nothing.`;
    return [{ words: word, message, hint: `Did you mean \`${near}\`?` }];
  });
}

// In a short word another letter is another word.
function isSlip(word: string, known: string): boolean {
  return known.length > 4 && Math.abs(word.length - known.length) <= 1 && editDistance(word, known) <= 1;
}

function withoutQuoted(info: string): string {
  return info.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
}
