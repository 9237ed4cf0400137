import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/**
 * The syntax tree (mdast) of a post's whole text. Front matter is its first node, so every
 * position in the tree is a position in the file.
 */
export function parseMarkdown(source: string): Root {
  return processor.parse(source);
}
