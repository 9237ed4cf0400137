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
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:a|b|i|em|strong|code|span|small)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, '\u0000')
    .split('\u0000')
    .map((text) =>
      text
        .replace(/&(?:nbsp|lt|gt|quot|apos|#39|amp);/g, (entity) => entities[entity]!)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

/** Whether a text is a whole page of HTML. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 1_000));
}
