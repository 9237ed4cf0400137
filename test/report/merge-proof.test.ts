import { describe, expect, test } from 'vitest';
import type { PostReport } from '../../src/model/report.ts';
import { mergeProof, sameProof } from '../../src/report/merge-proof.ts';
import { makeProof } from '../../src/report/proof.ts';
import { sampleBlock, sampleCommand, sampleEngine, samplePost } from './sample-report.ts';

const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';
const nextWeek = '2026-12-01T10:00:00.000Z';

const psOf = (id: string, age: string, name: string) =>
  `CONTAINER ID   IMAGE     COMMAND                  CREATED          STATUS          PORTS     NAMES\n${id}   nginx     "/docker-entrypoint.…"   ${age} ago    Up ${age}                80/tcp    ${name}\n`;

function post(ps: string, version: string): PostReport {
  return samplePost([
    sampleBlock([sampleCommand({ output: ps })]),
    sampleBlock([sampleCommand({ source: 'docker --version', output: `Docker version ${version}` })], {
      hash: 'b'.repeat(64),
    }),
  ]);
}

const first = makeProof(
  post(psOf('3fa1c09b77de', '2 seconds', 'brave_turing'), '28.5.2'),
  sampleEngine,
  monday,
);
const again = makeProof(
  post(psOf('91bbcd0aa312', '11 minutes', 'keen_lovelace'), '28.5.2'),
  sampleEngine,
  tuesday,
);
const newer = makeProof(
  post(psOf('91bbcd0aa312', '4 seconds', 'keen_lovelace'), '29.0.0'),
  sampleEngine,
  tuesday,
);

describe('two proofs', () => {
  test('are the same when only ids, ages, generated names and durations differ', () => {
    expect(sameProof(first, again)).toBe(true);
  });

  test.each<[string, Partial<Parameters<typeof sampleCommand>[0]>]>([
    ['another verdict', { verdict: 'blocked' }],
    ['another exit status', { exitStatus: 1 }],
    ['another output', { output: 'CONTAINER ID   IMAGE\nnothing' }],
    [
      'another word in its state',
      { output: psOf('3fa1c09b77de', '2 seconds', 'brave_turing').replace('Up', 'Created') },
    ],
    ['a note', { notes: ['the post says 27.5.1'] }],
  ])('differ by %s', (_case, changes) => {
    const changed = samplePost([
      sampleBlock([sampleCommand({ output: psOf('3fa1c09b77de', '2 seconds', 'brave_turing'), ...changes })]),
    ]);
    const kept = { ...first, blocks: first.blocks.slice(0, 1) };
    expect(sameProof(kept, makeProof(changed, sampleEngine, monday))).toBe(false);
  });

  test('differ by the version of the engine and by the digest of an official image, not by that of a stand-in', () => {
    const image = { name: 'nginx:latest', digest: 'sha256:1', standIn: false };
    const standIn = { name: 'debian:latest', digest: 'sha256:2', standIn: true };
    const proof = { ...first, images: [image, standIn] };
    expect(sameProof(proof, { ...proof, engine: { ...sampleEngine, version: '29.0.0' } })).toBe(false);
    expect(sameProof(proof, { ...proof, images: [{ ...image, digest: 'sha256:3' }, standIn] })).toBe(false);
    expect(sameProof(proof, { ...proof, images: [image, { ...standIn, digest: 'sha256:4' }] })).toBe(true);
  });

  test('are the same when a placeholder was bound to another container', () => {
    const stop = (id: string) =>
      sampleCommand({
        source: 'docker stop CONTAINER',
        ran: `docker stop ${id}`,
        output: `${id}\n`,
        bindings: { CONTAINER: id },
      });
    const [a, b] = ['web', 'site'].map((id) =>
      makeProof(samplePost([sampleBlock([stop(id)])]), sampleEngine, monday),
    );
    expect(sameProof(a!, b!)).toBe(true);
  });
});

describe('recording again', () => {
  test('changes nothing when nothing material changed', () => {
    expect(mergeProof(first, again)).toBe(first);
  });

  test('moves the date, and nothing else, once the old proof is a week old', () => {
    const late = { ...again, recordedAt: nextWeek };
    expect(mergeProof(first, late)).toEqual({ ...first, recordedAt: nextWeek });
  });

  test('replaces only the blocks in which something material changed', () => {
    const merged = mergeProof(first, newer);
    expect(merged.recordedAt).toBe(tuesday);
    expect(merged.blocks[0]).toBe(first.blocks[0]);
    expect(merged.blocks[1]).toBe(newer.blocks[1]);
  });

  test('keeps the recordings of a block that stands twice apart', () => {
    const twice = (date: string, ids: string[]) =>
      makeProof(
        samplePost(ids.map((id) => sampleBlock([sampleCommand({ output: `${id}\n` })]))),
        sampleEngine,
        date,
      );
    const old = twice(monday, ['3fa1c09b77de', '91bbcd0aa312']);
    const merged = mergeProof(old, twice(nextWeek, ['aaaaaaaaaa01', 'aaaaaaaaaa02']));
    expect(merged.blocks.map((block) => block.commands[0]!.output)).toEqual(['3fa1c09b77de', '91bbcd0aa312']);
  });

  test('takes the fresh proof when there was none', () => {
    expect(mergeProof(null, first)).toBe(first);
  });
});
