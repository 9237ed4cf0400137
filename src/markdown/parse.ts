import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { withFencedShortcodes } from './fences/fenced-shortcodes.ts';
import { withIndentedContainers } from './indented-containers.ts';

const gfm = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(withFewerSearches)
  .freeze();

// What GFM makes links of without any mark, by the name of the construct; `root@4f1d2c9a:/#` holds no e-mail address.
const bareLinks = new Map([
  ['emailAutolink', /[\w.+-]@[\w-]+\.\w/],
  ['protocolAutolink', /https?:\/\//i],
  ['wwwAutolink', /www\./i],
]);
const processors = new Map<string, typeof gfm>();

/**
 * The syntax tree (mdast) of a post's whole text. Front matter is its first node, so every
 * position in the tree is a position in the file. With `math`, `$…$` and `$$…$$` are formulas.
 */
export function parseMarkdown(source: string, { math = false } = {}): Root {
  const processor = processorFor(source);
  const text = withIndentedContainers(withFencedShortcodes(source));
  if (!math || !source.includes('$')) return processor.parse(text);
  return processor().use(remarkMath).parse(text);
}

// GFM tries each bare link at every word, more than half of the time a parse takes: those that can't be there are left out.
function processorFor(source: string): typeof gfm {
  const absent = [...bareLinks].flatMap(([name, pattern]) => (pattern.test(source) ? [] : [name]));
  const key = absent.join(' ');
  const processor = processors.get(key) ?? gfm().use(withoutTextConstructs, absent).freeze();
  processors.set(key, processor);
  return processor;
}

// Micromark's own way (`disable`) would still end a stretch of text at every letter where one might begin.
function withoutTextConstructs(this: Processor, names: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    text: Object.fromEntries(
      Object.entries(extension.text ?? {}).map(([code, constructs]) => [
        code,
        [constructs ?? []].flat().filter(({ name }) => !names.includes(name ?? '')),
      ]),
    ),
  }));
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
