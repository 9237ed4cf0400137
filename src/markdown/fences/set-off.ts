/** A code block in DigitalOcean's Markdown, taken apart: what it says of how to show it, and what is left. */
export interface SetOffText {
  /** Without the marks. */
  text: string;
  /** How many lines at its top were labels. */
  labelLines: number;
  /** The file's name or another title; null for none. */
  label: string | null;
  /** What else stands above it, such as `Output`; null for none. */
  secondLabel: string | null;
  /** The server on which it is typed; null where it does not say. */
  environment: string | null;
  /** Words that are set off from the others. UTF-16 offsets into `text`. */
  setOff: { start: number; end: number }[];
}

const labelLine = /^\[(label|secondary_label|environment) ([^\]\n]+)\]\s*$/;
const pair = /<\^>([\s\S]*?)<\^>/g;

/** Takes the labels (`[label …]`) off the top of a block's text, and the marks (`<^>…<^>`) out of it. */
export function readSetOff(written: string): SetOffText {
  const lines = written.split('\n');
  const labels = written.startsWith('[') ? labelsOf(lines) : [];
  const said = (key: string): string | null => labels.find(([name]) => name === key)?.[1] ?? null;
  return {
    ...withoutPairs(lines.slice(labels.length).join('\n')),
    labelLines: labels.length,
    label: said('label'),
    secondLabel: said('secondary_label'),
    environment: said('environment'),
  };
}

/** Takes the marks (`<^>…<^>`) out of a text; one that has no other stays. */
export function withoutPairs(written: string): Pick<SetOffText, 'text' | 'setOff'> {
  if (!written.includes('<^>')) return { text: written, setOff: [] };
  const setOff: SetOffText['setOff'] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole, 1: words = '' } of written.matchAll(pair)) {
    text += written.slice(at, index);
    setOff.push({ start: text.length, end: text.length + words.length });
    text += words;
    at = index + whole.length;
  }
  return { text: text + written.slice(at), setOff };
}

// A block of nothing but labels is about them.
function labelsOf(lines: readonly string[]): [name: string, value: string][] {
  const found: [string, string][] = [];
  for (const line of lines) {
    const [, name, value] = labelLine.exec(line) ?? [];
    if (name === undefined || value === undefined) return found;
    found.push([name, value.trim()]);
  }
  return [];
}
