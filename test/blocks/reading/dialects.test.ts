import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const block = (command: string) => `\n\`\`\`bash\n${command}\n\`\`\`\n`;

/** Each command with the group and choice it belongs to, or why it is not typed. */
function commandsOf(source: string): string[] {
  const { blocks } = makePlan({ path: 'post.md', source });
  return blocks
    .flatMap((one) => ('commands' in one ? one.commands : []))
    .map(({ source: text, alternative, trait }) =>
      trait.kind === 'other-system' ? `${text}: skipped` : `${text}: ${alternative?.choice ?? 'all'}`,
    );
}

function codesOf(source: string): string[] {
  return makePlan({ path: 'post.md', source }).findings.map(({ code }) => code);
}

const [apt, dnf] = [block('apt-get install x'), block('apt-get install y')];

describe('a set of tabs is read as its site’s generator does', () => {
  it.each([
    [
      'Docsy',
      `{{< tabpane >}}\n{{% tab header="A" %}}\n${apt}\n{{% /tab %}}\n{{% tab header="B" %}}\n${dnf}\n{{% /tab %}}\n{{< /tabpane >}}\n`,
    ],
    [
      'Hugo',
      `{{< tabs >}}\n{{< tab "A" >}}\n${apt}\n{{< /tab >}}\n{{< tab "B" >}}\n${dnf}\n{{< /tab >}}\n{{< /tabs >}}\n`,
    ],
    ['Hugo without a set', `{{< tab "A" >}}\n${apt}\n{{< /tab >}}\n{{< tab "B" >}}\n${dnf}\n{{< /tab >}}\n`],
    [
      'GitBook',
      `{% tabs %}\n{% tab title="A" %}\n${apt}\n{% endtab %}\n\n{% tab title="B" %}\n${dnf}\n{% endtab %}\n{% endtabs %}\n`,
    ],
    [
      'VitePress',
      '::: code-group\n\n```bash [A]\napt-get install x\n```\n\n```bash [B]\napt-get install y\n```\n\n:::\n',
    ],
    [
      'Mintlify',
      '<CodeGroup>\n\n```bash A\napt-get install x\n```\n\n```bash B\napt-get install y\n```\n\n</CodeGroup>\n',
    ],
    [
      'Docusaurus on one line',
      `<Tabs><TabItem value="a" label="A">\n${apt}\n</TabItem><TabItem value="b">\n${dnf}\n</TabItem></Tabs>\n`,
    ],
    ['GitLab', `::Tabs\n\n:::TabTitle A\n${apt}\n:::TabTitle B\n${dnf}\n::EndTabs\n`],
  ])('%s', (_name, tabs) => {
    const source = `# Install\n\n${tabs}\nThen look:\n${block('docker ps')}`;
    expect(commandsOf(source)).toEqual(['apt-get install x: 0', 'apt-get install y: 1', 'docker ps: all']);
    expect(codesOf(source)).toEqual([]);
  });

  it('and a system’s tab does not take the rest of the page with it', () => {
    const source = `{{< tabpane >}}\n{{% tab header="Linux" %}}\n${apt}\n{{% /tab %}}\n{{% tab header="macOS" %}}\n${block('open x')}\n{{% /tab %}}\n{{< /tabpane >}}\n\nThen:\n${block('docker ps')}`;
    expect(commandsOf(source)).toEqual(['apt-get install x: all', 'open x: skipped', 'docker ps: all']);
  });

  it('and one that is never ended ends at the next heading, with a finding', () => {
    const source = `# Install\n\n{{< tabs >}}\n{{< tab "Linux" >}}\n${apt}\n{{< tab "macOS" >}}\n${block('open x')}\n## Use\n${block('docker ps')}`;
    expect(commandsOf(source)).toEqual(['apt-get install x: all', 'open x: skipped', 'docker ps: all']);
    expect(codesOf(source)).toEqual(['tabs-unclosed']);
  });

  it('and headings in a tab belong to it', () => {
    const source = `# Install\n\n{{< tabs >}}\n{{< tab "A" >}}\n\n## One\n${apt}\n{{< /tab >}}\n{{< tab "B" >}}\n\n## One\n${dnf}\n{{< /tab >}}\n{{< /tabs >}}\n`;
    expect(commandsOf(source)).toEqual(['apt-get install x: 0', 'apt-get install y: 1']);
    expect(codesOf(source)).toEqual([]);
  });

  it('and what is only spoken of opens none', () => {
    const source = `Write \`{{< tab "macOS" >}}\` for a tab.\n${block('docker ps')}`;
    expect(commandsOf(source)).toEqual(['docker ps: all']);
    expect(codesOf(source)).toEqual([]);
  });

  it('and text on the line of a mark is read', () => {
    const source =
      '{{< tab "A" >}}\nCreate a file named `app.py`:\n\n```python\nprint(1)\n```\n\n{{< /tab >}}\n';
    expect(makePlan({ path: 'post.md', source }).blocks[0]).toMatchObject({ file: { name: 'app.py' } });
  });
});

describe('code that Markdown does not take for a block is a finding', () => {
  it.each([
    '<details>\n<summary>More</summary>\n```bash\ndocker ps\n```\n</details>\n',
    '<div>\n~~~\ndocker ps\n~~~\n</div>\n',
    '{% highlight bash %}\ndocker ps\n{% endblock %}\n',
    '{{< highlight bash >}}\ndocker ps\n',
    '<pre><code>docker ps\n</code></pre>\n',
    '<pre>\n$ <b>docker ps</b>\n</pre>\n',
    '{{< tabpane >}}\n{{< tab header="Shell" lang="bash" >}}\ndocker ps\n{{< /tab >}}\n{{< /tabpane >}}\n',
  ])('%j', (source) => {
    expect(codesOf(`${source}\nThen:\n${block('docker info')}`)).toEqual(['block-not-read']);
  });

  it.each([
    '<details>\n<summary>More</summary>\n\n```bash\ndocker ps\n```\n\n</details>\n',
    'Write `{% highlight bash %}` for colours.\n\n```bash\ndocker ps\n```\n',
    '<pre>\n +---+\n | a |\n</pre>\n\n```bash\ndocker ps\n```\n',
  ])('but not %j', (source) => {
    expect(codesOf(source)).toEqual([]);
  });
});

describe('headings that number choices', () => {
  const choices = `# Start\n\n## Option 1: run\n${block('docker run -d --name web nginx')}${block('docker stop web')}\n## Option 2: Compose\n${block('docker compose up -d')}`;

  it('are alternatives up to the next heading of their level', () => {
    expect(commandsOf(`${choices}\n## Look\n${block('docker ps')}`)).toEqual([
      'docker run -d --name web nginx: 0',
      'docker stop web: 0',
      'docker compose up -d: 1',
      'docker ps: all',
    ]);
  });

  it('are none where there is only one, or where they only speak of options', () => {
    expect(commandsOf(`## Option 1\n${block('docker ps')}`)).toEqual(['docker ps: all']);
    expect(commandsOf(`## Options\n${block('docker ps')}\n## Methods\n${block('docker info')}`)).toEqual([
      'docker ps: all',
      'docker info: all',
    ]);
  });
});
