import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function placeholdersOf(...blocks: string[]): string[] {
  const source = blocks.map((text) => `\`\`\`bash\n${text}\n\`\`\`\n`).join('\nThen:\n\n');
  const block = makePlan({ path: 'post.md', source }).blocks.at(-1)!;
  if (!('commands' in block)) throw new Error('it is typed');
  return block.commands.flatMap(({ placeholders }) => placeholders.map(({ text }) => text));
}

describe('the name of a variable stands for itself', () => {
  it.each([
    'export CONTAINER_ID=$(docker run -d nginx)',
    'export APP_NAME=quay SITE_URL=http://localhost',
    'printenv SITE_URL',
    'unset CONTAINER_ID',
    'read -r USER_NAME',
    'docker exec web printenv APP_NAME',
    'docker compose exec web printenv DB_NAME',
    'env SITE_URL=http://localhost node app.js',
  ])('in %s', (command) => {
    expect(placeholdersOf(command)).toEqual([]);
  });

  it('where the page sets it somewhere', () => {
    expect(placeholdersOf('docker run -d -e APP_NAME=quay nginx', 'env | grep APP_NAME')).toEqual([]);
    expect(placeholdersOf('ls', 'env | grep APP_NAME')).toEqual(['APP_NAME']);
  });

  it('and its value may stand for something', () => {
    expect(placeholdersOf('export SITE_URL=YOUR_URL')).toEqual(['YOUR_URL']);
    expect(placeholdersOf('ssh SERVER_IP')).toEqual(['SERVER_IP']);
  });
});

describe('the beginning of an id', () => {
  const shown = 'docker run -d nginx\n# Output: 4e5021d210f65b2d83a4f5e7';

  it('stands for one where the page shows the id', () => {
    const page = 'docker run -d nginx\n# Output: 4e5021d210f6';
    expect(placeholdersOf(page, 'docker stop 4e5')).toEqual(['4e5']);
    expect(placeholdersOf(page, 'docker stop 4e6')).toEqual([]);
    expect(
      placeholdersOf(`docker run -d --name 4e5 nginx\n# Output: 4e5021d210f6`, 'docker stop 4e5'),
    ).toEqual([]);
  });

  it('is a name where it shows none', () => {
    expect(placeholdersOf(shown, 'docker stop 4e5')).toEqual([]);
    expect(placeholdersOf('docker stop c1')).toEqual([]);
  });
});
