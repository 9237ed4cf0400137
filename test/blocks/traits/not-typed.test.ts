import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function blockBelow(above: string, text = 'docker rm -f web') {
  const source = `${above}\n\n\`\`\`bash\n${text}\n\`\`\`\n`;
  return makePlan({ path: 'post.md', source }).blocks[0]!;
}

describe('a command that the page warns of or recalls is not typed', () => {
  it.each([
    'Do not run this:',
    'Never do this:',
    'You should never use commands like this one:',
    'Previously you had to type:',
  ])('below “%s”', (above) => {
    expect(blockBelow(above).kind).toBe('text');
  });

  it.each([
    "Don't forget to run this:",
    'Do not use `latest`. Run this:',
    'Never run this as root, use your own user:',
    'You do not need sudo to do this:',
  ])('but below “%s” it is', (above) => {
    expect(blockBelow(above).kind).toBe('commands');
  });
});

it('a command is typed although the next block hands the same one to a container', () => {
  const source =
    "Create the folder with the following command:\n\n```bash\nmkdir -p data\n```\n\n```bash\ndocker run -d busybox sh -c 'mkdir -p data'\n```\n";
  const { blocks } = makePlan({ path: 'post.md', source });
  expect(blocks.map(({ kind }) => kind)).toEqual(['commands', 'commands']);
});

it('a line of the file that the command above it edits is not typed', () => {
  const { blocks } = makePlan({
    path: 'post.md',
    source:
      'Edit it:\n\n```\nvi /etc/default/docker\n\n# add this line\nDOCKER_OPTS="--debug"\n```\n\n```bash\nA=1\n```\n',
  });
  const traits = blocks.flatMap((block) =>
    'commands' in block ? block.commands.map(({ trait }) => trait.kind) : [],
  );
  expect(traits).toEqual(['by-hand', 'by-hand', 'plain']);
});

it('a script is not typed line by line', () => {
  expect(blockBelow('The entrypoint looks like this:', '#!/bin/bash\nset -e\nexec "$@"')).toMatchObject({
    kind: 'text',
    because: expect.stringContaining('script'),
  });
});

describe('a terminal is another one', () => {
  const terminalBelow = (sentence: string): number => {
    const source = `${sentence}\n\n\`\`\`bash\ndocker ps\n\`\`\`\n`;
    const block = makePlan({ path: 'post.md', source }).blocks[0]!;
    return 'commands' in block ? (block.commands[0]!.terminal ?? 1) : 0;
  };

  it.each(['Open another terminal and run:', 'In a second shell, type:'])('where “%s”', (sentence) => {
    expect(terminalBelow(sentence)).toBe(2);
  });

  it.each([
    'This starts a new shell inside the container:',
    'It opens another shell in your running container:',
    'You should see a new shell prompt:',
    'You don’t need another terminal:',
    'If you open a new terminal, set it again:',
  ])('and not where “%s”', (sentence) => {
    expect(terminalBelow(sentence)).toBe(1);
  });
});

describe('a prompt with nothing behind it is not typed', () => {
  it.each(['/ #', 'root@0a1b2c3d4e5f:/#', '$', '#', 'postgres=#', '/ # \n/ #'])('%s', (prompt) => {
    const source = `Run it:\n\n\`\`\`bash\ndocker run -it debian sh\n\`\`\`\n\nYour prompt looks like this:\n\n\`\`\`bash\n${prompt}\n\`\`\`\n`;
    expect(makePlan({ path: 'post.md', source }).blocks[1]!.kind).toBe('text');
  });
});
