import type { Paragraph, RootContent } from 'mdast';

/** One tab: what a reader sees on it, and what is in it. */
export interface Tab {
  name: string;
  children: RootContent[];
}

/** Tabs as headed sections. Attributes say what they are, since classes don't outlive the cleaning of HTML. */
export function tabsNode(tabs: readonly Tab[]): RootContent {
  return element('div', { dataTabs: '' }, tabs.map(tabNode));
}

function tabNode({ name, children }: Tab, index: number): RootContent {
  const title = name || `${index + 1}`;
  return element('section', { dataTab: title }, children);
}

/** What a box's name says of it, as GitHub's five kinds. */
export const boxKinds: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
};
const folded = /^(?:details|solution|spoiler|hint-box|collapse|expand)$/;

/** A box with its kind, or its own title, above it; a solution is folded. */
export function boxNode(name: string, title: string, children: RootContent[]): RootContent {
  const shown = title || titleOf(name);
  if (folded.test(name)) return element('details', {}, [element('summary', {}, [text(shown)]), ...children]);
  const kind = boxKinds[name] ?? 'note';
  return element('div', { dataAlert: kind }, [paragraph(shown, { dataTitle: '' }), ...children]);
}

/** What stands above a box that has no title of its own. */
export function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]+/g, ' ');
}

// A node that no Markdown has: only its data says what becomes of it.
function element(hName: string, hProperties: object, children: RootContent[]): RootContent {
  return { type: 'blockquote', children, data: { hName, hProperties } } as RootContent;
}

function paragraph(value: string, hProperties: object): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }], data: { hProperties } } as Paragraph;
}

function text(value: string): RootContent {
  return { type: 'text', value };
}
