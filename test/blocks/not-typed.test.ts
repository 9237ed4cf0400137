import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';

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
    'You don’t need another terminal:',
    'If you open a new terminal, set it again:',
  ])('and not where “%s”', (sentence) => {
    expect(terminalBelow(sentence)).toBe(1);
  });
});
