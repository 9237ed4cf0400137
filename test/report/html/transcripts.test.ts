import { expect, test } from 'vitest';
import { transcriptsOf } from '../../../src/report/html/transcripts.ts';
import { sampleBlock, sampleCommand, samplePost } from '../sample-report.ts';

test('each terminal of each machine has its commands in the order of the page', () => {
  const commands = [
    sampleCommand({ id: 'b1c1' }),
    sampleCommand({ id: 'b1c2', terminal: 2 }),
    sampleCommand({ id: 'b1c3', machine: 2 }),
    sampleCommand({ id: 'b1c4' }),
  ];
  const usage = sampleBlock([sampleCommand({ id: 'b2c1' })], { kind: 'usage' });
  const found = transcriptsOf(samplePost([sampleBlock(commands), usage]));
  expect(
    found.map(({ machine, terminal, entries }) => [machine, terminal, entries.map((one) => one.command.id)]),
  ).toEqual([
    [1, 1, ['b1c1', 'b1c4']],
    [1, 2, ['b1c2']],
    [2, 1, ['b1c3']],
  ]);
});

test('inside a shell its own prompt stands before what is typed, outside again ours', () => {
  const commands = [
    sampleCommand({ source: 'docker exec -it web bash', opened: 'root@1f:/# ', output: '' }),
    sampleCommand({ depth: 1 }),
    sampleCommand({ depth: 0 }),
  ];
  const [transcript] = transcriptsOf(samplePost([sampleBlock(commands)]));
  expect(transcript?.entries.map(({ prompt }) => prompt)).toEqual(['$ ', 'root@1f:/# ', '$ ']);
});

test('a shell that is attached to again has the prompt with which it was opened', () => {
  const commands = [
    sampleCommand({ source: 'docker run -it --name box debian', opened: 'root@1f:/# ' }),
    sampleCommand({ depth: 0 }),
    sampleCommand({ source: 'docker attach box', opened: '' }),
    sampleCommand({ depth: 1 }),
  ];
  const [transcript] = transcriptsOf(samplePost([sampleBlock(commands)]));
  expect(transcript?.entries.at(-1)?.prompt).toBe('root@1f:/# ');
});

test('what a REPL echoes, and the prompt it waits at, are not shown twice', () => {
  const commands = [
    sampleCommand({ opened: '>>> ', output: 'Python 3' }),
    sampleCommand({ depth: 1, ran: '1 + 1', output: '1 + 1\n2\n>>>' }),
  ];
  const [transcript] = transcriptsOf(samplePost([sampleBlock(commands)]));
  expect(transcript?.entries[1]).toMatchObject({ prompt: '>>> ', output: '2' });
});
