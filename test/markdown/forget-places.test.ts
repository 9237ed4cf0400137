import { expect, test } from 'vitest';
import { makeBody } from '../../src/markdown/body.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

test('Only links and images of a page know where they stand', async () => {
  const source = 'Read **[this](other.md)**:\n\n- ![](boat.png) and `more`\n';
  const { tree } = await makeBody(parseMarkdown(source), { path: 'a.md', title: null, source });
  expect(placed(tree)).toEqual(['a', 'img']);
});

interface Node {
  type: string;
  tagName?: string;
  position?: unknown;
  children?: Node[];
}

function placed({ type, tagName, position, children = [] }: Node): string[] {
  return [...(position ? [tagName ?? type] : []), ...children.flatMap(placed)];
}
