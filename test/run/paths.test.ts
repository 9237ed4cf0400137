import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { readerPaths } from '../../src/run/paths.ts';

const tab = (name: string, body: string) => `{{< tab "${name}" >}}\n\n${body}\n\n{{< /tab >}}\n`;
const file = (name: string, first: string) =>
  `Create a file named \`${name}\`:\n\n\`\`\`dockerfile\n${first}\n\`\`\``;
const step = (command: string) => `\n\`\`\`bash\n${command}\n\`\`\`\n`;

/** What the readers of each way save and type. */
function waysOf(source: string): string[][] {
  return readerPaths(makePlan({ path: 'post.md', source })).map(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'file'
        ? [block.file.content.trim()]
        : 'commands' in block
          ? block.commands.map((command) => command.source)
          : [],
    ),
  );
}

describe('a file in a tab', () => {
  it('is saved by the readers of that tab only, where others save another under its name', () => {
    const tabs =
      tab('Node', file('Dockerfile', 'FROM node')) + tab('Python', file('Dockerfile', 'FROM python'));
    expect(waysOf(`${tabs}\nBuild it:\n${step('docker build -t app .')}`)).toEqual([
      ['FROM node', 'docker build -t app .'],
      ['FROM python', 'docker build -t app .'],
    ]);
  });

  it('is saved by all where each tab has a file of another name', () => {
    const tabs =
      tab('a.Dockerfile', file('a.Dockerfile', 'FROM node')) +
      tab('b.Dockerfile', file('b.Dockerfile', 'FROM python'));
    expect(waysOf(`${tabs}\nBuild it:\n${step('docker build .')}`)).toEqual([
      ['FROM node', 'FROM python', 'docker build .'],
    ]);
  });

  it('is not saved by anybody else for a system that is not the machine’s', () => {
    const tabs =
      tab('Linux', file('Dockerfile', 'FROM node')) + tab('Windows', file('Dockerfile', 'FROM nano'));
    expect(waysOf(`${tabs}\nBuild it:\n${step('docker build .')}`)).toEqual([
      ['FROM node', 'docker build .'],
    ]);
  });
});
