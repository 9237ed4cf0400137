import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';

function answersOf(before: string, after = ''): unknown {
  const source = `${before}\n\n\`\`\`bash\ndocker exec -it db mariadb -u root -p\n\`\`\`\n\n${after}\n`;
  const block = makePlan({ path: 'post.md', source }).blocks[0]!;
  return 'commands' in block ? block.commands[0]!.answers : null;
}

describe('an answer that the prose gives', () => {
  it.each([
    ['When you are asked for the password, enter `secret`:', 'password', 'secret'],
    ['Enter the password `secret` when prompted.', 'password', 'secret'],
    ['Use "secret" as the password when it asks.', 'password', 'secret'],
    ['It prompts for a username: type `ann`.', 'username', 'ann'],
    ['Type `y` to go on.', 'y/n', 'y'],
    ['It asks whether you are sure: answer with yes.', 'y/n', 'yes'],
  ])('is typed: %s', (sentence, question, answer) => {
    expect(answersOf(sentence)).toContainEqual({ question, answer });
    expect(answersOf('', sentence)).toContainEqual({ question, answer });
  });

  it.each([
    'Use the `-y` flag to skip the question.',
    'The password is kept in `MARIADB_ROOT_PASSWORD`.',
    'Enter your password.',
    'Do not answer y here.',
    'Never type yes at this prompt.',
    'When it asks for the password, don’t enter `secret`.',
    'Type `yarn` or y/n.',
    'Log in with `docker login` first.',
    'Enter `<your password>` when asked for the password.',
  ])('is none: %s', (sentence) => {
    expect(answersOf(sentence)).toBeUndefined();
  });
});
