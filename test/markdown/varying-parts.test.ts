import { expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { varyingParts } from '../../src/markdown/varying-parts.ts';

// The marked words of a page's last block, whose text is given again.
function marked(markdown: string, text: string): string[] {
  const { blocks } = makePlan({ path: 'post.md', source: `---\ntitle: T\n---\n${markdown}` });
  return varyingParts(text, blocks.at(-1)!, blocks).map(({ start, end }) => text.slice(start, end));
}

const run = '```bash\ndocker ps\n```\n\nIt prints:\n\n';

test('ids, ages and generated names are other values on each computer', () => {
  const text =
    'CONTAINER ID   IMAGE   CREATED         NAMES\n4f1d2c9ab07e   nginx   2 minutes ago   zen_curie';
  expect(marked(`${run}\`\`\`text\n${text}\n\`\`\`\n`, text)).toEqual([
    '4f1d2c9ab07e',
    '2 minutes ago',
    'zen_curie',
  ]);
});

test('what the page has said itself is not', () => {
  const text = 'nginx   1.27.3   4f1d2c9ab07e';
  const page = `\`\`\`bash\ndocker pull nginx:1.27.3\ndocker images\n\`\`\`\n\nIt prints:\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  expect(marked(page, text)).toEqual(['4f1d2c9ab07e']);
});

test('in a transcript only what is printed is marked', () => {
  const text = '$ docker stop 4f1d2c9ab07e\n$ docker ps -q\n5a2e3d1bc18f';
  expect(marked(`\`\`\`console\n${text}\n\`\`\`\n`, text)).toEqual(['5a2e3d1bc18f']);
});

test('commands have none', () => {
  const text = 'docker stop 4f1d2c9ab07e';
  expect(marked(`\`\`\`bash\n${text}\n\`\`\`\n`, text)).toEqual([]);
});
