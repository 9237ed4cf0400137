import { promptOf } from '../../shell/prompts.ts';
import { beginsLikeCommand } from '../../shell/reads-as-shell.ts';

/** Code that is no block to the Markdown parser. Offsets are indexes into the text it was found in. */
export interface UnreadCode {
  at: { start: number; end: number };
  message: string;
}

const fence = /^[^\S\n]*(?:`{3,}|~{3,})[^\n]*/m;
const preformatted = /<pre\b[^>]*>([\s\S]*?)(?:<\/pre>|$)/i;
const highlight =
  /^[^\S\n]*(?:\{%-?\s*(?:highlight|prism|codeblock)\b[^%]*%\}|\{\{[<%]\s*(?:highlight|command|codeblock|prism|tab\b[^>%]*\blang=)[^>%]*[>%]\}\})/gm;

/** What looks like a code block in a paragraph, or in a piece of HTML, and is none. */
export function unreadCode(text: string, isHtml: boolean): UnreadCode[] {
  if (!isHtml)
    return [...text.matchAll(highlight)].map((match) => ({
      at: { start: match.index, end: match.index + match[0].length },
      message: `What stands between \`${match[0].trim()}\` and its end is no code block of Markdown, so it is not verified.`,
    }));
  const found = fence.exec(text);
  if (found !== null)
    return [
      {
        at: { start: found.index, end: found.index + found[0].length },
        message:
          'This fence belongs to the HTML above it, so the block is shown as text and is not verified.',
      },
    ];
  const pre = preformatted.exec(text);
  if (pre === null || !holdsCommand(pre[1]!)) return [];
  return [
    {
      at: { start: pre.index, end: pre.index + '<pre>'.length },
      message: 'The commands in `<pre>` are not verified.',
    },
  ];
}

function holdsCommand(html: string): boolean {
  return html
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .some((line) => beginsLikeCommand(line) || promptOf(line.trimStart()) !== null);
}
