import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { withIndentedContainers } from './indented-containers.ts';

const plain = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(withFewerSearches)
  .freeze();
const quick = plain().use(withoutEmailAddresses).freeze();

// What GFM takes for an address holds at least this; `root@4f1d2c9a:/#` does not.
const emailAddress = /[\w.+-]@[\w-]+\.\w/;

/**
 * The syntax tree (mdast) of a post's whole text. Front matter is its first node, so every
 * position in the tree is a position in the file. With `math`, `$…$` and `$$…$$` are formulas.
 */
export function parseMarkdown(source: string, { math = false } = {}): Root {
  // GFM tries an e-mail address at every letter, which is nearly half of the time a parse takes.
  const processor = emailAddress.test(source) ? plain : quick;
  const text = withIndentedContainers(source);
  if (!math || !source.includes('$')) return processor.parse(text);
  return processor().use(remarkMath).parse(text);
}

function withoutEmailAddresses(this: Processor): void {
  const data: { micromarkExtensions?: unknown[] } = this.data();
  data.micromarkExtensions?.push({ disable: { null: ['emailAutolink'] } });
}

type Transform = (tree: Root) => unknown;

// GFM looks through all texts once more for addresses that its grammar has not found; nearly always there are none.
function withFewerSearches(this: Processor): void {
  const data: { fromMarkdownExtensions?: unknown } = this.data();
  for (const extension of [data.fromMarkdownExtensions].flat(Infinity) as { transforms?: Transform[] }[]) {
    extension.transforms = (extension.transforms ?? []).map(
      (search) => (tree) => (holdsAddress(tree) ? search(tree) : undefined),
    );
  }
}

const address = /https?:\/\/|www\.|@/i;

function holdsAddress(node: Nodes): boolean {
  if (node.type === 'text') return address.test(node.value);
  if (node.type === 'link' || node.type === 'linkReference') return false;
  return 'children' in node && node.children.some(holdsAddress);
}
