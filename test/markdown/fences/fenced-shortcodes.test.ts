import { expect, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import { withFencedShortcodes } from '../../../src/markdown/fences/fenced-shortcodes.ts';

/** Trailing blanks fill the place of the marks. */
const read = (source: string): string => {
  const result = withFencedShortcodes(source);
  expect(result).toHaveLength(source.length);
  return result.replace(/[^\S\n]+$/gm, '');
};

test.each([
  ['Hugo', 'a\n\n{{< highlight bash >}}\nls\n{{< /highlight >}}', 'a\n\n~~~bash\nls\n~~~'],
  [
    'Hugo, with options, quoted',
    '> {{% highlight go "linenos=table,hl_lines=2" %}}\n> x\n> {{% /highlight %}}',
    '> ~~~go linenos=table,hl_lines=2\n> x\n> ~~~',
  ],
  ['Jekyll', '{% highlight yaml linenos %}\na: <b>\n{%- endhighlight -%}', '~~~yaml linenos\na: <b>\n~~~'],
  ['Jekyll, what is only for Jekyll', '{% raw %}\n{{ x }}\n{% endraw %}', '\n{{ x }}\n'],
])('%s', (_title, source, expected) => {
  expect(read(source)).toBe(expected);
});

test.each([
  ['without an end', '{{< highlight bash >}}\nls'],
  ['with the end of another', '{{< highlight bash >}}\nls\n{% endhighlight %}'],
  ['that is spoken of in code', '```\n{{< highlight bash >}}\nls\n{{< /highlight >}}\n{% raw %}\n```'],
  ['around something that would end it', '{{< highlight md >}}\n~~~\n{{< /highlight >}}'],
])('one %s stays', (_title, source) => {
  expect(withFencedShortcodes(source)).toBe(source);
});

test('its commands are planned at their places, in a file with any line endings', () => {
  const source =
    '# T\r\n\r\n{{< highlight bash "hl_lines=1" >}}\r\ndocker ps\r\n{{< /highlight >}}\r\n\r\nText.\r\n';
  expect(makePlan({ path: 'post.md', source })).toMatchObject({
    blocks: [
      {
        kind: 'commands',
        language: 'bash',
        commands: [{ source: 'docker ps', place: { line: 4, column: 1 } }],
      },
    ],
    findings: [],
  });
});
