import type { Root } from 'mdast';
import type { Options } from 'remark-rehype';
import { someNode } from './walk.ts';

type Handlers = NonNullable<Options['handlers']>;

/** Handlers that write a tree's formulas as MathML; null when it has none, and then nothing is loaded. */
export async function loadMath(tree: Root): Promise<Handlers | null> {
  if (!holdsMath(tree)) return null;
  const { default: temml } = await import('temml');
  const toMathml = (value: string, displayMode: boolean): string =>
    temml.renderToString(value, { displayMode, throwOnError: false, trust: false, annotate: false });
  return {
    math: (_state, node: { value: string }) => ({ type: 'raw', value: toMathml(node.value, true) }),
    inlineMath: (_state, node: { value: string }) => ({ type: 'raw', value: toMathml(node.value, false) }),
  };
}

function holdsMath(tree: Root): boolean {
  return someNode(tree, ({ type }) => type === 'math' || type === 'inlineMath');
}
