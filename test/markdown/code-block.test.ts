import { toString as textOf } from 'hast-util-to-string';
import type { Code } from 'mdast';
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
