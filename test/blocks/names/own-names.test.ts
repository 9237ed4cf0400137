import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function placeholdersOf(...lines: string[]): string[] {
  const { blocks } = makePlan({ path: 'post.md', source: `\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n` });
  const block = blocks[0]!;
  const last = 'commands' in block ? block.commands.at(-1)! : null;
  return last!.placeholders.map(({ text }) => text);
}

describe('a name that is like a placeholder', () => {
  it.each([
    ['docker network create mynetwork', 'docker network rm my-network'],
    ['docker run -d --name my-nginx nginx', 'docker stop my-container'],
    ['docker volume create data', 'docker volume rm my_volume'],
    ['docker build -t shop .', 'docker run my-image'],
  ])('is typed as it stands once the page has named such an object: %s, %s', (first, second) => {
    expect(placeholdersOf(first, second)).toEqual([]);
  });

  it.each([
    ['docker run -d nginx', 'docker stop my-container', 'my-container'],
    ['docker network create net', 'docker stop my-container', 'my-container'],
    ['docker run -d --name web nginx', 'docker stop your-container', 'your-container'],
    ['docker run -d --name web nginx', 'docker stop CONTAINER', 'CONTAINER'],
    ['docker run -d --name web nginx', 'docker stop <my-container>', '<my-container>'],
    ['docker run -d --name my-container nginx', 'docker stop <container>', '<container>'],
  ])('stands for one otherwise: %s, %s', (first, second, placeholder) => {
    expect(placeholdersOf(first, second)).toEqual([placeholder]);
  });
});
