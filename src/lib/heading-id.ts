/** A heading's text without the id that stands behind it, and that id; null for none. */
export interface HeadingText {
  text: string;
  id: string | null;
}

// Hugo, Docusaurus, VitePress, MkDocs, Pandoc: `{#id}`; Kramdown: `{: #id}`; Docusaurus with MDX: `{/* #id */}`.
const mark = /\{(?:\/\*\s*#([\w:.-]+)\s*\*\/|:?\s*#([\w:.-]+)(?:\s[^{}]*)?)\}\s*$/;

/** Reads the id that an author gives a heading at its end. */
export function readHeadingId(written: string): HeadingText {
  const match = mark.exec(written);
  if (match === null) return { text: written, id: null };
  return { text: written.slice(0, match.index).trimEnd(), id: match[1] ?? match[2] ?? null };
}
