import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Code } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { codeBlock, noExtras } from '../../src/markdown/code-block.ts';

/** The classes and the text of the last block of a page. */
async function shown(language: string, value: string, above: string): Promise<[unknown, string]> {
  const source = `${above}\n\n\`\`\`${language}\n${value}\n\`\`\`\n`;
  const planned = makePlan({ path: 'post.md', source }).blocks.at(-1) ?? null;
  const code: Code = { type: 'code', lang: language, value };
  const figure = await codeBlock(code, { ...noExtras, planned });
  return [figure.properties.className, textOf(figure)];
}

test('what a command prints is shown as output, though it is tagged as a console', async () => {
  const above =
    'Run it:\n\n```console\n$ docker run --rm alpine stat a.txt\n```\n\nYou should see output similar to the following:';
  const message = "stat: can't stat 'a.txt': No such file or directory";
  expect(await shown('console', message, above)).toEqual([['code', 'output'], `Output${message}`]);
});

test('a script that is saved is still shell', async () => {
  const [classes] = await shown('bash', 'docker ps', 'Save this as `start.sh`:');
  expect(classes).toEqual(['code', 'terminal']);
});

test('below a command without a prompt, what it prints has no colours of commands', async () => {
  const source =
    '```console\ndocker ps\nCONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES\n```\n';
  const [planned = null] = makePlan({ path: 'post.md', source }).blocks;
  expect(planned?.kind).toBe('transcript');
  const [, value = ''] = /console\n([\s\S]*)\n```/.exec(source) ?? [];
  const html = toHtml(await codeBlock({ type: 'code', lang: 'console', value }, { ...noExtras, planned }));
  expect(html.match(/t-command"?>[^<]*/g)).toEqual(['t-command">docker ps']);
  expect(html).toContain('<span class="t-output">\nCONTAINER ID');
});

function toHtml(element: Element): string {
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [element] });
}
