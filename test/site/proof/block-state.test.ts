import fc from 'fast-check';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import type { CommandProof, Proof, Recording } from '../../../src/model/proof.ts';
import type { BlockState } from '../../../src/site/proof/block-state.ts';
import { type PostProof, postProof } from '../../../src/site/proof/post-proof.ts';
import { proofMark } from '../../../src/site/proof/proof-mark.ts';
import { proofSummary } from '../../../src/site/proof/proof-summary.ts';
import { blockWords } from '../../../src/site/proof/proof-words.ts';
import { onEngine, recordingOf } from '../../helpers/whole-site.ts';

const source = '---\ntitle: T\n---\n```bash\ndocker ps\n```\n\n```bash\ndocker images\n```\n';
const { blocks } = makePlan({ path: 'index.md', source });

type Verdicts = Parameters<typeof recordingOf>[1];

function run(version: string, verdicts: Verdicts, changes: Partial<CommandProof> = {}): Recording {
  const recording = onEngine(recordingOf(source, verdicts), version);
  for (const block of recording.blocks)
    block.commands = block.commands.map((command) => ({ ...command, ...changes }));
  return recording;
}

function proven(...recordings: Recording[]): PostProof {
  const proof: Proof = { version: 2, recordings };
  return postProof(blocks, proof, new Date('2026-11-24'));
}

function said(state: BlockState | undefined): string {
  const { word, where } = blockWords(state!);
  return word + where;
}

const hrefs = { post: 'status.html', differences: 'status.html#differences' };
const both: Verdicts = ['passed', 'passed'];

describe('a block that was run on two engines', () => {
  test.each<[string, Partial<CommandProof>, Partial<CommandProof>]>([
    ['the same', { output: 'a\n' }, { output: 'a\n' }],
    ['other ids', { output: 'id 3fa1c09b77de\n' }, { output: 'id 91bbcd0aa312\n' }],
    ['a size that begins as the version of its API', { output: '1.51MB\n' }, { output: '1.45MB\n' }],
    ['lines in another order', { output: 'a\nb\n' }, { output: 'b\na\n' }],
    ['the same lines once more, as a log has them a moment later', { output: 'a\n' }, { output: 'a\na\n' }],
    [
      'other times of echoes, as verifying lets them vary',
      { output: 'round-trip min/avg/max = 0.073/0.073/0.073 ms\n' },
      { output: 'round-trip min/avg/max = 1.035/1.035/1.035 ms\n' },
    ],
    [
      'another moment in JSON',
      { output: '[{ "CreatedAt": "2026-11-28T03:21:29Z", "Driver": "local" }]\n' },
      { output: '[{ "CreatedAt": "2026-11-29T04:25:32Z", "Driver": "local" }]\n' },
    ],
    [
      'other numbers where the command measures',
      { ran: 'docker stats --no-stream', output: 'NAME   CPU %   PIDS\nweb    0.00%   3\n' },
      { ran: 'docker stats --no-stream', output: 'NAME   CPU %   PIDS\nweb    1.20%   4\n' },
    ],
    [
      'another number of a log’s lines',
      { ran: 'docker logs web | wc -l', output: '435\n' },
      { ran: 'docker logs web | wc -l', output: '433\n' },
    ],
    [
      'its own version',
      { output: 'Docker version 28.5.2+dfsg4, build 9cc6dea35e9a\n' },
      { output: 'Docker version 26.1.5, build a72d7cd\n' },
    ],
    [
      'other values of placeholders',
      { bindings: { X: 'web' }, output: 'web' },
      { bindings: { X: 'b' }, output: 'b' },
    ],
    ['other durations', { durationMs: 3 }, { durationMs: 4000 }],
  ])('that printed %s has one result', (_case, here, there) => {
    const [state] = proven(run('28.5.2', both, here), run('26.1.5', both, there)).blocks;
    expect(state!.readings).toHaveLength(1);
    expect(said(state)).toBe('Proven on Docker 28.5 and 26.1');
  });

  test.each<[string, Partial<CommandProof>]>([
    ['other words', { output: 'b\n' }],
    ['another version than its own', { output: 'nginx 1.26.3\n' }],
    ['with another exit status', { output: 'a\n', exitStatus: 1 }],
    ['one line more', { output: 'a\nb\n' }],
    ['another number, of which nobody knows what it means', { output: '2\n' }],
  ])('that printed %s has two', (_case, there) => {
    const [state] = proven(run('28.5.2', both, { output: 'a\n' }), run('26.1.5', both, there)).blocks;
    expect(state!.readings.map(({ engines }) => engines.map(({ version }) => version))).toEqual([
      ['28.5.2'],
      ['26.1.5'],
    ]);
    expect(said(state)).toBe('Proven on Docker 28.5 and 26.1 (output differs)');
  });

  test('stands as it does where it went worst, which is told first', () => {
    const proof = proven(run('29.0.1', both), run('28.5.2', both), run('26.1.5', ['failed', 'blocked']));
    expect(proof.blocks.map(({ state }) => state)).toEqual(['failed', 'blocked']);
    expect(proof.blocks.map(said)).toEqual([
      'Failed on Docker 26.1, proven on 29.0 and 28.5',
      'Needs the internet on Docker 26.1, proven on 29.0 and 28.5',
    ]);
    expect(proof.counts).toMatchObject({ passed: 0, failed: 1, blocked: 1 });
    expect(proof.blockedBy).toEqual([{ whose: 'network', commands: 1 }]);
    expect(proof.unproven.map(({ engines }) => engines)).toEqual([['26.1.5'], ['26.1.5']]);
  });

  test('counts only where it was run as it is written now', () => {
    const edited = run('26.1.5', ['failed', 'passed']);
    edited.blocks[0]!.hash = 'f'.repeat(64);
    const proof = proven(run('28.5.2', both), edited);
    expect(proof.blocks.map(said)).toEqual(['Proven on Docker 28.5', 'Proven on Docker 28.5 and 26.1']);
    expect(proof.engines.map(({ counts }) => [counts.passed, counts.changed])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    const words = (one: PostProof): string => textOf(proofSummary(one, hrefs)!);
    expect(words(proof)).toContain('All 2 commands proven on Docker 28.5, 1 on 26.1. Run on 20 Nov 2026 in ');
    const partly = run('28.5.2', both);
    partly.blocks[1]!.hash = 'f'.repeat(64);
    expect(words(proven(partly, edited))).toContain(
      '2 commands proven on one engine or another, 1 on Docker 28.5, 1 on 26.1. Run on 20 Nov',
    );
  });

  test('leaves an engine out of the post on which none of its blocks was run', () => {
    const gone = run('26.1.5', both);
    for (const block of gone.blocks) block.hash = 'f'.repeat(64);
    expect(proven(run('28.5.2', both), gone).engines.map(({ version }) => version)).toEqual(['28.5.2']);
    const [only] = proven(gone).engines;
    expect(only).toMatchObject({ version: '26.1.5', counts: { passed: 0, changed: 2 } });
  });
});

test('counts add up and are never better than those of an engine, whatever engines have shown', () => {
  const verdict = fc.constantFrom('passed', 'failed', 'blocked' as const);
  const verdicts = fc.tuple(verdict, verdict) as fc.Arbitrary<Verdicts>;
  fc.assert(
    fc.property(verdicts, verdicts, verdicts, (...seen) => {
      const versions = ['29.0.1', '28.5.2', '26.1.5'];
      const { engines, counts, commands } = proven(...versions.map((one, index) => run(one, seen[index]!)));
      for (const all of [counts, ...engines.map((one) => one.counts)])
        expect(Object.values(all).reduce((sum, count) => sum + count)).toBe(commands);
      expect(counts.passed).toBeLessThanOrEqual(Math.min(...engines.map((one) => one.counts.passed)));
      expect(counts.failed).toBeGreaterThanOrEqual(Math.max(...engines.map((one) => one.counts.failed)));
    }),
  );
});

test('a block in which engines differ is linked by the command in which they do', () => {
  const two = '---\ntitle: T\n---\n```bash\ndocker ps\ndocker images\n```\n';
  const here = recordingOf(two, ['passed']);
  const there = onEngine(recordingOf(two, ['passed']), '26.1.5');
  there.blocks[0]!.commands[1]!.output = 'something else\n';
  const plan = makePlan({ path: 'index.md', source: two });
  const proof = postProof(plan.blocks, { version: 2, recordings: [here, there] }, new Date('2026-11-24'));
  expect(proof.differing.map(({ text }) => text)).toEqual(['docker images']);
});

test('a post that is the same on all engines says so once, with the age of the oldest', () => {
  const older = onEngine(run('26.1.5', both, { durationMs: 1500 }), '26.1.5', '2026-07-01T08:00:00.000Z');
  const proof = proven(run('28.5.2', both, { durationMs: 9000 }), older);
  const words = textOf(proofSummary(proof, hrefs)!);
  expect(words).toContain('All 2 commands proven long ago, on Docker 28.5 and 26.1.');
  // The day and the time are of one run.
  expect(words).toContain('The oldest run, on Docker 26.1, was on 1 Jul 2026 and took 3.0\u00a0s.');
  expect(textOf(proofMark(proof.blocks[0]!))).toMatch(/ in 1\.5 s, 1 Jul 2026/);
  expect(words).toContain('This proof on Docker 26.1 is more than 90 days old.');
});
