/** What a writer's mark does: opens or ends a set of tabs, or one tab of it. Offsets are indexes into the text it was found in. */
export interface TabMark {
  does: 'open-set' | 'open-tab' | 'end-tab' | 'end-set';
  /** The title of a tab that opens; empty where it has none. */
  name: string;
  /** Whether each block of the set is a tab of its own, with its name in brackets behind the tag. */
  byBlock: boolean;
  start: number;
  end: number;
}

type Reading = Pick<TabMark, 'does'> & { name?: string; byBlock?: boolean };

interface Dialect {
  pattern: RegExp;
  read(match: RegExpExecArray): Reading;
}

// One entry a way to write tabs. MkDocs' way is a list to the Markdown parser and is read as one.
const dialects: readonly Dialect[] = [
  // Hugo's shortcodes: Docsy (tabpane, header), Hextra and Docker's own pages (tabs, name).
  {
    pattern: /\{\{[<%]\s*(\/?)\s*(tabs|tabpane|tab)\b((?:"[^"]*"|[^">%])*)[>%]\}\}/g,
    read: ([, slash, word, rest]) => tag(word === 'tab', slash === '/', titleIn(rest!)),
  },
  // GitBook, and Jekyll's tabs.
  {
    pattern: /\{%-?\s*(end)?(tabs|tab)\b((?:"[^"]*"|[^"%])*?)-?%\}/g,
    read: ([, end, word, rest]) => tag(word === 'tab', end !== undefined, titleIn(rest!)),
  },
  // Docusaurus, Starlight, Nextra: components.
  {
    pattern: /<(\/?)(Tabs|TabItem|TabPanel|Tab|CodeGroup|tabs|tab)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/g,
    read: ([, slash, word, rest]) => ({
      ...tag(/^Tab(?:Item|Panel)?$|^tab$/.test(word!), slash === '/', titleIn(rest!)),
      byBlock: word === 'CodeGroup',
    }),
  },
  // VitePress.
  {
    pattern: /^[^\S\n]*:{3,}[^\S\n]*code-group[^\n]*$/gm,
    read: () => ({ does: 'open-set', byBlock: true }),
  },
  { pattern: /^[^\S\n]*:{3,}[^\S\n]*$/gm, read: () => ({ does: 'end-set', byBlock: true }) },
  // GitLab.
  {
    pattern: /^[^\S\n]*:{2,3}(Tabs|EndTabs|TabTitle)\b[^\S\n]*([^\n]*)$/gm,
    read: ([, word, title]) =>
      word === 'TabTitle'
        ? { does: 'open-tab', name: title!.trim() }
        : { does: word === 'Tabs' ? 'open-set' : 'end-set' },
  },
];

function tag(isTab: boolean, ends: boolean, name: string): Reading {
  if (ends) return { does: isTab ? 'end-tab' : 'end-set' };
  return { does: isTab ? 'open-tab' : 'open-set', name };
}

// What a reader sees on the tab: `label` before `value`, else the first quoted or the last bare word.
function titleIn(rest: string): string {
  const attribute = (name: string) =>
    new RegExp(String.raw`\b${name}=(?:\{?"([^"]*)"|\{?'([^']*)'|([^\s"'}]+))`).exec(rest);
  for (const name of ['label', 'title', 'header', 'name', 'value']) {
    const found = attribute(name);
    if (found !== null) return found[1] ?? found[2] ?? found[3] ?? '';
  }
  return /"([^"]*)"/.exec(rest)?.[1] ?? /(?:^|\s)([\w.-]+)\s*$/.exec(rest)?.[1] ?? '';
}

/** The marks of tabs in a piece of Markdown, in its order. */
export function tabMarksIn(text: string): TabMark[] {
  if (!/[{<:]/.test(text)) return [];
  return dialects
    .flatMap(({ pattern, read }) =>
      [...text.matchAll(pattern)].map((match): TabMark => {
        const { does, name = '', byBlock = false } = read(match);
        return { does, name, byBlock, start: match.index, end: match.index + match[0].length };
      }),
    )
    .sort((a, b) => a.start - b.start);
}
