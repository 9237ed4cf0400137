import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

/** Each command of a page of such blocks, with its terminal and how many rooms are open there. */
function placesOf(...parts: string[]): string[] {
  const source = parts
    .map((part) => (part.includes('$ ') || part.includes('# ') ? `\`\`\`console\n${part}\n\`\`\`\n` : part))
    .join('\n\n');
  return makePlan({ path: 'post.md', source }).blocks.flatMap((block) =>
    'commands' in block
      ? block.commands.map((one) => `${one.source} in ${one.terminal ?? 1}, ${one.depth ?? 0}`)
      : [],
  );
}

const web = 'host$ docker run -it --name web busybox sh\nbox# touch /one';
const db = 'host$ docker run -it --name db busybox sh';

describe('the terminal of a block with prompts', () => {
  it('is the one whose room was just opened, though another room has the same prompt', () => {
    expect(placesOf(web, 'In another terminal:', db, 'box# touch /two', 'box# touch /three')).toEqual([
      'docker run -it --name web busybox sh in 1, 0',
      'touch /one in 1, 1',
      'docker run -it --name db busybox sh in 2, 0',
      'touch /two in 2, 1',
      'touch /three in 2, 1',
    ]);
  });

  it('is the one that the prose names, while the new room has shown no prompt', () => {
    const places = placesOf(web, 'In another terminal:', db, 'Back in the first terminal:', 'box# ls /');
    expect(places.at(-1)).toBe('ls / in 1, 1');
  });

  it('is that of the room whose prompt it has', () => {
    const places = placesOf(web, 'host$ docker diff web', 'box# ls /');
    expect(places.slice(-2)).toEqual(['docker diff web in 2, 0', 'ls / in 1, 1']);
  });
});

it('is the first again once the text ends what runs there, even where it names the second as another way', () => {
  const source = [
    '```bash\ndocker compose up\n```',
    'In another terminal:',
    '```bash\ndocker image ls\n```',
    'Stop it with `docker compose down` in the second terminal, or press CTRL+C in the original terminal.',
    '```bash\ndocker compose up -d\n```',
  ].join('\n\n');
  const { blocks } = makePlan({ path: 'post.md', source });
  const terminals = blocks.map((block) => ('commands' in block ? (block.commands[0]!.terminal ?? 1) : 0));
  expect(terminals).toEqual([1, 2, 1]);
});
