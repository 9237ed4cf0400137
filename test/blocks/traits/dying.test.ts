import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function commandAbove(sentence: string, command: string) {
  const source = `\`\`\`bash\n${command}\n\`\`\`\n\n${sentence}\n`;
  const block = makePlan({ path: 'post.md', source }).blocks[0]!;
  if (!('commands' in block)) throw new Error('it is typed');
  return block.commands.at(-1)!;
}

describe('a container is said to end by itself', () => {
  it.each([
    ['The container `db` ends at once, because the password is missing:', null],
    ['The container exits immediately with an error.', null],
    ['It stops right away: no password was given.', null],
    ['This container keeps crashing.', null],
    ['The container exits with code 3.', 3],
    ['After a second the `db` container exited with status `1`.', 1],
  ])('by “%s”', (sentence, exitStatus) => {
    expect(commandAbove(sentence, 'docker run -d --name db mysql').dies).toEqual({
      exitStatus,
      sentence: sentence.replaceAll('`', ''),
    });
  });

  it.each([
    'If the container exits immediately, look at its logs.',
    'The container stops immediately when its process ends.',
    'A container might exit with code 137.',
    'The container does not exit with code 1 any more.',
    'Containers that exit at once are a nuisance.',
    'The container stops.',
  ])('not by “%s”', (sentence) => {
    expect(commandAbove(sentence, 'docker run -d --name db mysql').dies).toBeUndefined();
  });
});

describe('a command whose container exits with a status', () => {
  it('is meant to fail with it', () => {
    const { trait } = commandAbove('The container exits with code 3.', "docker run busybox sh -c 'exit 3'");
    expect(trait).toMatchObject({ kind: 'meant-to-fail', exitStatus: 3 });
  });

  it.each([
    ['The container exits with code 0.', 'docker run busybox true'],
    ['The container exits with code 3.', "docker run -d busybox sh -c 'exit 3'"],
    ['The container exits with code 3.', 'docker ps -a'],
  ])('is plain otherwise (%s %s)', (sentence, command) => {
    expect(commandAbove(sentence, command).trait.kind).toBe('plain');
  });
});
