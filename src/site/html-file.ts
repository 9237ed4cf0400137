import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** A file of the site: its text, or the file (absolute) that it is a copy of. */
export type OutputFile = { path: string; text: string } | { path: string; copyOf: string };

// End tags that HTML does not need would be 1 % of a page.
const stringifier = unified()
  .use(rehypeStringify, { closeEmptyElements: true, omitOptionalTags: true })
  .freeze();

/** A page as a file. */
export function htmlFile(path: string, tree: Root): { path: string; text: string } {
  return { path, text: `${stringifier.stringify(tree)}\n` };
}
