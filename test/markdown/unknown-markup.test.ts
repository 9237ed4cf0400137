import { describe, expect, test } from 'vitest';
import { makeBody } from '../../src/markdown/body.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

async function found(source: string): Promise<string[]> {
  const { findings } = await makeBody(parseMarkdown(source), { path: 'post.md', title: null, source });
  return findings.map(
    ({ code, place, message }) => `${place.line} ${code} ${message.split('`')[1] ?? message}`,
  );
}

describe('what is not understood stays on the page, and the author hears of it', () => {
  test.each([
    ['a shortcode', 'See {{< button text="x" >}} here.', ['1 markup-unknown {{< button text="x" >}}']],
    ['a tag', '# T\n\n{% include a.html %}', ['3 markup-unknown {% include a.html %}']],
    ['a box that never ends', '::: odd\n\ntext', ['1 markup-unknown ::: odd']],
    [
      'a mark with an address',
      '{% embed url="https://example.org/a" %}',
      ['1 markup-unknown {% embed url="https://example.org/a" %}'],
    ],
    ['attributes', 'Text.\n{: .wide }', ['1 markup-unknown {: .wide }']],
    [
      'MDX',
      "import A from './a';\n\n{/* b */}",
      ["1 markup-unknown import A from './a';", '3 markup-unknown {/* b */}'],
    ],
    ['a file to be put in', '--8<-- "a.md"', ['1 markup-unknown --8<-- "a.md"']],
    ['a table of contents', '[[toc]]', ['1 markup-unknown [[toc]]']],
    ['but not prose', 'One can\nimport the image with "docker load"\n\nUse {curly} words {: no', []],
    [
      'a diagram',
      '```mermaid\ngraph BT\n```',
      ['1 diagram-not-drawn The diagram is not drawn: readers see its mermaid text.'],
    ],
    ['but not in code', 'Write `{{< x >}}`.\n\n```\n{{< x >}}\n```', []],
    ['nor tabs', '{{< tabs >}}\n{{< tab name="A" >}}\nx\n{{< /tab >}}\n{{< /tabs >}}', []],
  ])('%s', async (_, source, expected) => {
    expect(await found(source)).toEqual(expected);
  });
});
