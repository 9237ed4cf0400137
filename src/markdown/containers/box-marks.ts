/** A line that opens a box (`::: warning`, `:::note[Title]`), or ends one (`:::`). */
export type BoxMark = { does: 'open-box'; name: string; title: string } | { does: 'end-box' };

/** A mark of boxes where it stands in a text. */
export interface PlacedBoxMark {
  mark: BoxMark;
  start: number;
  end: number;
}

// Docusaurus, VitePress and Starlight; Pandoc's `::: {.callout-note}`; The Carpentries' `:::::::: challenge`.
const opening =
  /^[^\S\n]*:{3,}[^\S\n]*(?:\{[^}\n]*?\.([A-Za-z][\w-]*)[^}\n]*\}|([A-Za-z][\w-]*))(?:\[([^\]\n]*)\]|\{[^}\n]*\})?[^\S\n]*([^\n:]*?)[^\S\n]*:*[^\S\n]*$/gm;
const closing = /^[^\S\n]*:{3,}[^\S\n]*$/gm;
// These are tabs, which have marks of their own.
const tabs = /^(?:code-group|Tabs|EndTabs|TabTitle)$/;

/** The marks of boxes in a piece of Markdown, in its order. */
export function boxMarksIn(text: string): PlacedBoxMark[] {
  if (!text.includes(':::')) return [];
  const opened = [...text.matchAll(opening)].flatMap((match): PlacedBoxMark[] => {
    const name = match[1] ?? match[2] ?? '';
    if (tabs.test(name)) return [];
    const title = (match[3] ?? match[4] ?? '').trim();
    return [
      {
        mark: { does: 'open-box', name: name.replace(/^callout-/, '').toLowerCase(), title },
        ...placeOf(match),
      },
    ];
  });
  const closed = [...text.matchAll(closing)].map(
    (match): PlacedBoxMark => ({ mark: { does: 'end-box' }, ...placeOf(match) }),
  );
  return [...opened, ...closed];
}

function placeOf(match: RegExpMatchArray): { start: number; end: number } {
  return { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
}
