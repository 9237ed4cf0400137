const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** What a reader sees of a web page: its text without tags, styles and scripts, with each run of blanks as one. */
export function visibleText(html: string): string {
  return visibleLines(html).join(' ');
}

/** The same, with the text between two tags of its own on each line. */
export function visibleLines(html: string): string[] {
  return textsOf(html)
    .map((text) =>
      text
        .replace(/&(?:nbsp|lt|gt|quot|apos|#39|amp);/g, (entity) => entities[entity]!)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

const inline = new Set(['a', 'b', 'i', 'em', 'strong', 'code', 'span', 'small']);

// The texts between tags, in one pass over the page; an inline element parts nothing.
function textsOf(html: string): string[] {
  const texts: string[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    text += html.slice(at, next === -1 ? html.length : next);
    if (next === -1) break;
    const name =
      /^<[/!?]?([a-z][a-z0-9-]{0,40})?/i.exec(html.slice(next, next + 50))?.[1]?.toLowerCase() ?? '';
    const isComment = html.startsWith('<!--', next);
    if (name === '' && !isComment && !/^<[!?/]/.test(html.slice(next, next + 2))) {
      text += '<';
      at = next + 1;
      continue;
    }
    at = endOf(html, next, isComment ? 'comment' : name);
    if (!isComment && !inline.has(name)) {
      texts.push(text);
      text = '';
    }
  }
  return [...texts, text];
}

// Where a comment, an element without text, or a tag ends; what is never closed takes the rest, as in a browser.
function endOf(html: string, from: number, what: string): number {
  const closing = what === 'comment' ? '-->' : '>';
  let search = from;
  if ((what === 'script' || what === 'style') && html[from + 1] !== '/') {
    const rest = html.slice(from).search(what === 'script' ? /<\/script/i : /<\/style/i);
    if (rest === -1) return html.length;
    search = from + rest;
  }
  const end = html.indexOf(closing, search);
  return end === -1 ? html.length : end + closing.length;
}

/** Whether a text is a whole page of HTML. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 1_000));
}
