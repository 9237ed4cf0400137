import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const dockerfile = (cmd: string) => `\`\`\`\nFROM debian\nCMD ["${cmd}"]\n\`\`\`\n\n`;
const build = (line: string) => `Build it:\n\n\`\`\`bash\n${line}\n\`\`\`\n\n`;
const kinds = (source: string) => makePlan({ path: 'post.md', source }).blocks.map(({ kind }) => kind);

describe('a whole Dockerfile that nothing names', () => {
  it.each(['docker build .', 'docker build -t web ./', 'docker buildx build -t web .'])(
    'is one where the next block is %s',
    (line) => {
      expect(kinds(`## Make it run\n\n${dockerfile('date')}${build(line)}`)).toEqual(['file', 'commands']);
    },
  );

  it('is saved over the one before it', () => {
    const source = `${dockerfile('date')}${build('docker build .')}${dockerfile('ls')}${build('docker build .')}`;
    const steps = makePlan({ path: 'post.md', source }).blocks.flatMap((block) =>
      block.kind === 'file' ? [block.file.step] : [],
    );
    expect(steps).toEqual(['shown', 'saved']);
  });

  it.each([
    ['the next block builds another', `${dockerfile('date')}${build('docker build -f other .')}`],
    ['the next block builds elsewhere', `${dockerfile('date')}${build('docker build web')}`],
    [
      'another block stands between',
      `${dockerfile('date')}\`\`\`\nweb\n\`\`\`\n\n${build('docker build .')}`,
    ],
    ['the text says that it is none', `Avoid this:\n\n${dockerfile('date')}${build('docker build .')}`],
  ])('is text where %s', (_, source) => {
    expect(kinds(source)[0]).toBe('text');
  });

  it('is text where one is saved already', () => {
    const source = `Create a \`Dockerfile\`:\n\n${dockerfile('date')}The base looks like this.\n\n${dockerfile('ls')}${build('docker build .')}`;
    expect(kinds(source)).toEqual(['file', 'text', 'commands']);
  });
});
