import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

// The choice that each of two commands with a sentence between them is of their group; null for none.
function choices(first: string, between: string, second: string): (number | null)[] {
  const block = (command: string) => `\`\`\`bash\n${command}\n\`\`\``;
  return makePlan({ path: 'post.md', source: [block(first), between, block(second)].join('\n\n') })
    .blocks.flatMap((one) => ('commands' in one ? one.commands : []))
    .map(({ alternative }) => alternative?.choice ?? null);
}

describe('a block is one more step', () => {
  it.each([
    ['mkdir site && cd site', 'Build and start everything in one command:', 'docker run -d --name web nginx'],
    ['docker compose up -d', 'Open the page in a browser. Or use curl:', 'curl localhost:8080'],
    ['docker run -d --name web nginx', 'Or check the logs:', 'docker logs web'],
    ['docker run -d --name web nginx', 'You can look at the logs instead of guessing:', 'docker logs web'],
    ['docker pull nginx', 'An image can also be removed:', 'docker rmi nginx'],
  ])('%s, “%s”', (first, between, second) => {
    expect(choices(first, between, second)).toEqual([null, null]);
  });
});

describe('a block is an alternative', () => {
  it.each([
    ['docker stop web', 'Or kill it:', 'docker kill web'],
    ['docker ps', 'Or list all of them:', 'docker container ls -a'],
    ['docker logs web', 'You can inspect it instead:', 'docker inspect web'],
    ['docker run -d nginx', 'Or in one go with Compose:', 'docker compose up -d'],
    ['docker pull nginx', 'Alternatively, use the web page.', 'curl localhost:8080'],
  ])('%s, “%s”', (first, between, second) => {
    expect(choices(first, between, second)).toEqual([0, 1]);
  });
});
