import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const fenced = (tag: string, text: string) => `\`\`\`${tag}\n${text}\n\`\`\`\n`;
const blocksOf = (source: string) => makePlan({ path: 'post.md', source }).blocks;

it('words that are set off are typed without their marks, and the hash is that of the text as written', () => {
  const text = 'docker run -d --name <^>web<^> nginx';
  expect(blocksOf(fenced('command', text))[0]).toMatchObject({
    kind: 'commands',
    hash: createHash('sha256').update(text).digest('hex'),
    commands: [{ source: 'docker run -d --name web nginx', place: { line: 2, column: 1 } }],
  });
});

it('a label names the file', () => {
  expect(blocksOf(fenced('', '[label Dockerfile]\nFROM <^>alpine<^>'))[0]).toMatchObject({
    kind: 'file',
    file: { name: 'Dockerfile', content: 'FROM alpine\n' },
  });
});

it('a second label says what is output', () => {
  const source = `${fenced('command', 'docker ps')}\n${fenced('', '[secondary_label Output]\nCONTAINER ID   IMAGE\nabc')}`;
  expect(blocksOf(source)).toMatchObject([
    {
      commands: [
        { expectations: [{ kind: 'output', text: 'CONTAINER ID   IMAGE\nabc', source: { line: 7 } }] },
      ],
    },
    { kind: 'output' },
  ]);
});

it('the server that a block is typed on is no command', () => {
  expect(blocksOf(fenced('command', '[environment local]\ndocker ps'))[0]).toMatchObject({
    commands: [{ source: 'docker ps', place: { line: 3 } }],
  });
});

it('a section of a file in brackets stays', () => {
  expect(blocksOf(fenced('ini title="a.ini"', '[labels]\na=1'))[0]).toMatchObject({
    file: { content: '[labels]\na=1\n' },
  });
});
