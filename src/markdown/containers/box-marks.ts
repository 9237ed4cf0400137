/** A line that opens a box (`::: warning`, `:::note[Title]`), or ends one (`:::`). */
export type BoxMark = { does: 'open-box'; name: string; title: string } | { does: 'end-box' };

/** A mark of boxes where it stands in a text. */
export interface PlacedBoxMark {
  mark: BoxMark;
  start: number;
  end: number;
}

interface Dialect {
  opening: RegExp;
  closing: RegExp;
  read(match: RegExpExecArray): { name: string; title: string } | null;
}

// These are tabs, which have marks of their own.
const tabs = /^(?:code-group|Tabs|EndTabs|TabTitle)$/;

// One entry a way to write boxes. MkDocs' way is a list to the Markdown parser and is read as one.
const dialects: readonly Dialect[] = [
  // Docusaurus, VitePress and Starlight; Pandoc's `::: {.callout-note}`; The Carpentries' `:::::::: challenge`.
  {
    opening:
      /^[^\S\n]*:{3,}[^\S\n]*(?:\{([^}\n]{0,200}?)\.([A-Za-z][\w-]*)([^}\n]{0,200})\}|([A-Za-z][\w-]*))(?:\[([^\]\n]*)\]|\{[^}\n]*\})?[^\S\n]*([^\n:]*?)[^\S\n]*:*[^\S\n]*$/gm,
    closing: /^[^\S\n]*:{3,}[^\S\n]*$/gm,
    read: ([, before = '', ofClass, after = '', word, inBrackets, behind]) => {
      const name = ofClass ?? word ?? '';
      if (tabs.test(name)) return null;
      const title = inBrackets || behind || ofAttributes(`${before} ${after}`).title;
      return { name: name.replace(/^callout-/, ''), title };
    },
  },
  // MyST, whose ends are those above.
  {
    opening:
      /^[^\S\n]*:{3,}\{(note|tip|hint|important|warning|attention|caution|danger|error|seealso)\}[^\S\n]*([^\n]*)$/gm,
    closing: /(?!)/g,
    read: ([, name = '', title = '']) => ({ name: name === 'seealso' ? 'see-also' : name, title }),
  },
  // DigitalOcean.
  {
    opening: /^[^\S\n]*<\$>\[([a-z]+)\][^\S\n]*/gm,
    closing: /<\$>(?!\[)[^\S\n]*$/gm,
    read: ([, name = '']) => ({ name, title: '' }),
  },
  // GitBook.
  {
    opening: /\{%-?\s*hint\b([^%\n]*)-?%\}/g,
    closing: /\{%-?\s*endhint\s*-?%\}/g,
    read: ([, rest = '']) => ofAttributes(rest),
  },
  // Hugo's themes: Docsy, Relearn, LoveIt, Hextra, Book.
  {
    opening:
      /\{\{[<%]\s*(?:alert|notice|admonition|callout|hint)\b((?:"[^"\n]*"|[^">%\n]){0,300}?)\s?[>%]\}\}/g,
    closing: /\{\{[<%]\s*\/\s*(?:alert|notice|admonition|callout|hint)\s*[>%]\}\}/g,
    // One that ends itself has its text in a parameter.
    read: ([, rest = '']) => (rest.trim().endsWith('/') ? null : ofAttributes(rest)),
  },
];

// `style="info"`, `type=tip title="Well"`, `note "Well"`, `info`.
function ofAttributes(rest: string): { name: string; title: string } {
  const attribute = (name: string): string | undefined => {
    const match = new RegExp(String.raw`\b${name}=(?:"([^"]*)"|([^\s"]+))`).exec(rest);
    return match?.[1] ?? match?.[2];
  };
  const [first = 'note', second = ''] = [...rest.matchAll(/(?<=^|\s)(?:"([^"]*)"|([\w-]+))(?=\s|$)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const name = ['style', 'type', 'context', 'color'].map(attribute).find((value) => value !== undefined);
  return { name: name ?? first, title: attribute('title') ?? (name === undefined ? second : '') };
}

/** The marks of boxes in a piece of Markdown, in its order. */
export function boxMarksIn(text: string): PlacedBoxMark[] {
  if (!/:::|<\$>|\{%|\{\{/.test(text)) return [];
  return dialects.flatMap(({ opening, closing, read }) => {
    const opened = [...text.matchAll(opening)].flatMap((match): PlacedBoxMark[] => {
      const box = read(match);
      if (box === null) return [];
      const mark = { does: 'open-box', name: box.name.toLowerCase(), title: box.title.trim() } as const;
      return [{ mark, ...placeOf(match) }];
    });
    const closed = [...text.matchAll(closing)].map(
      (match): PlacedBoxMark => ({ mark: { does: 'end-box' }, ...placeOf(match) }),
    );
    return [...opened, ...closed];
  });
}

function placeOf(match: RegExpMatchArray): { start: number; end: number } {
  return { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
}
