import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function expected(sentence: string, command = 'docker ps'): string[] {
  const source = `\`\`\`bash\n${command}\n\`\`\`\n\n${sentence}\n`;
  const [block] = makePlan({ path: 'post.md', source }).blocks;
  const [typed] = block !== undefined && 'commands' in block ? block.commands : [];
  return (typed?.expectations ?? []).map((one) =>
    'words' in one ? `${one.kind} ${one.words.join(', ')}` : one.kind,
  );
}

describe('a sentence right below a list says what a row holds', () => {
  it.each([
    ['It is listed with the status `Up`.', 'words Up'],
    ['Its status is `Exited (1)`.', 'words Exited (1)'],
    ['After a few seconds its status is `(healthy)`.', 'words (healthy)'],
    ['The container called `web` is now running.', 'words web'],
    ['`web` is up and running.', 'words web'],
    ['The container `web` no longer appears in the list.', 'absent web'],
    ['Now `web` is gone.', 'absent web'],
    ['The container `web` is no longer listed.', 'absent web'],
  ])('“%s”', (sentence, promised) => {
    expect(expected(sentence)).toEqual([promised]);
  });

  it.each([
    ['The container `web` is running on another computer.', 'docker ps'],
    ['`web` is running, and `db` too, on the second node.', 'docker ps'],
    ['Its status is what you look for.', 'docker ps'],
    ['If its status is `Exited (1)`, look at the log.', 'docker ps'],
    ['`web` is running.', 'docker ps -a'],
    ['`web` is gone.', 'docker rm web'],
    ['The image `nginx` is running.', 'docker images'],
  ])('but not “%s” below %s', (sentence, command) => {
    expect(expected(sentence, command).filter((one) => /^(?:words|absent)/.test(one))).toEqual([]);
  });
});

describe('a sentence right below a command says what it prints', () => {
  it.each([
    ['It prints `app` and `db`.', 'words app, db'],
    ['This prints `one`, `two`, and `three`.', 'words one, two, three'],
    ['Nobody copies the file, so this prints `missing`.', 'words missing'],
    ['The first line should be `worker_processes 4;`.', 'words worker_processes 4;'],
  ])('“%s”', (sentence, promised) => {
    expect(expected(sentence, 'docker exec web cat note')).toEqual([promised]);
  });

  it('but not where something is said between its words', () => {
    const sentence = 'It prints `app` where you expect `db`.';
    expect(expected(sentence, 'docker exec web cat note')).toEqual(['unchecked']);
  });
});

it('settings right below `env` are what it prints', () => {
  const source = '```bash\ndocker run --rm busybox env\n```\n\n```\nPATH=/bin\nHOME=/root\n```\n';
  const { blocks } = makePlan({ path: 'post.md', source });
  expect(blocks.map(({ kind }) => kind)).toEqual(['commands', 'output']);
});
