import { describe, expect, test } from 'vitest';
import type { Proof, Recording } from '../../../src/model/proof.ts';
import type { PostReport } from '../../../src/model/report.ts';
import { mergeProof, sameRecording } from '../../../src/report/proof/merge-proof.ts';
import { makeRecording } from '../../../src/report/proof/recording.ts';
import { sampleBlock, sampleCommand, sampleEngine, samplePost } from '../sample-report.ts';

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

const first = makeRecording(
  post(psOf('3fa1c09b77de', '2 seconds', 'brave_turing'), '28.5.2'),
  sampleEngine,
  monday,
);
const again = makeRecording(
  post(psOf('91bbcd0aa312', '11 minutes', 'keen_lovelace'), '28.5.2'),
  sampleEngine,
  tuesday,
);
const newer = makeRecording(
  post(psOf('91bbcd0aa312', '4 seconds', 'keen_lovelace'), '29.0.0'),
  sampleEngine,
  tuesday,
);

describe('two recordings', () => {
  test('are the same when only ids, ages, generated names and durations differ', () => {
    expect(sameRecording(first, again)).toBe(true);
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
    expect(sameRecording(kept, makeRecording(changed, sampleEngine, monday))).toBe(false);
  });

  test('differ by the version of the engine and by the digest of an official image, not by that of a stand-in', () => {
    const image = { name: 'nginx:latest', digest: 'sha256:1', standIn: false };
    const standIn = { name: 'debian:latest', digest: 'sha256:2', standIn: true };
    const one = { ...first, images: [image, standIn] };
    expect(sameRecording(one, { ...one, engine: { ...sampleEngine, version: '28.5.4' } })).toBe(false);
    expect(sameRecording(one, { ...one, images: [{ ...image, digest: 'sha256:3' }, standIn] })).toBe(false);
    expect(sameRecording(one, { ...one, images: [image, { ...standIn, digest: 'sha256:4' }] })).toBe(true);
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
      makeRecording(samplePost([sampleBlock([stop(id)])]), sampleEngine, monday),
    );
    expect(sameRecording(a!, b!)).toBe(true);
  });
});

const proofOf = (...recordings: Recording[]): Proof => ({ version: 2, recordings });
/** What a replay leaves of the recording of its engine. */
const merged = (old: Recording, fresh: Recording): Recording =>
  mergeProof(proofOf(old), fresh).recordings[0]!;

describe('recording again', () => {
  test('changes nothing when nothing material changed', () => {
    expect(merged(first, again)).toBe(first);
  });

  test('moves the date, and nothing else, once the old recording is a week old', () => {
    const late = { ...again, recordedAt: nextWeek };
    expect(merged(first, late)).toEqual({ ...first, recordedAt: nextWeek });
  });

  test('replaces only the blocks in which something material changed', () => {
    const { recordedAt, blocks } = merged(first, newer);
    expect(recordedAt).toBe(tuesday);
    expect(blocks[0]).toBe(first.blocks[0]);
    expect(blocks[1]).toBe(newer.blocks[1]);
  });

  test('keeps the recordings of a block that stands twice apart', () => {
    const twice = (date: string, ids: string[]) =>
      makeRecording(
        samplePost(ids.map((id) => sampleBlock([sampleCommand({ output: `${id}\n` })]))),
        sampleEngine,
        date,
      );
    const old = twice(monday, ['3fa1c09b77de', '91bbcd0aa312']);
    const { blocks } = merged(old, twice(nextWeek, ['aaaaaaaaaa01', 'aaaaaaaaaa02']));
    expect(blocks.map((block) => block.commands[0]!.output)).toEqual(['3fa1c09b77de', '91bbcd0aa312']);
  });

  test('takes the fresh recording when there was none', () => {
    expect(mergeProof(null, first)).toEqual(proofOf(first));
  });
});

describe('recording on another engine', () => {
  const on = (version: string, recording = first): Recording => ({
    ...recording,
    engine: { ...sampleEngine, version },
  });
  const versions = (proof: Proof): string[] => proof.recordings.map(({ engine }) => engine.version);

  test('adds its recording and keeps the others to the letter, the newest engine first', () => {
    const old = on('28.5.2');
    const both = mergeProof(proofOf(old), on('26.1.5+dfsg1', again));
    expect(versions(both)).toEqual(['28.5.2', '26.1.5+dfsg1']);
    expect(both.recordings[0]).toBe(old);
    expect(versions(mergeProof(both, on('100.0.0')))).toEqual(['100.0.0', '28.5.2', '26.1.5+dfsg1']);
  });

  test('replaces the recording of its own series only', () => {
    const both = proofOf(on('28.5.2'), on('26.1.5'));
    const after = mergeProof(both, on('28.5.4', newer));
    expect(versions(after)).toEqual(['28.5.4', '26.1.5']);
    expect(after.recordings[1]).toBe(both.recordings[1]);
    expect(versions(mergeProof(both, on('28.50.0')))).toEqual(['28.50.0', '28.5.2', '26.1.5']);
  });

  test('keeps a recording of which one block still stands, and drops one of which none does', () => {
    const [block, ...others] = first.blocks;
    const rest = { ...first, blocks: others };
    const edited = { ...first, blocks: [{ ...block!, hash: 'c'.repeat(64) }] };
    expect(versions(mergeProof(proofOf(on('26.1.5')), on('28.5.2', rest)))).toEqual(['28.5.2', '26.1.5']);
    expect(versions(mergeProof(proofOf(on('26.1.5')), on('28.5.2', edited)))).toEqual(['28.5.2']);
  });
});
