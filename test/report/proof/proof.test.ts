import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Proof, Recording } from '../../../src/model/proof.ts';
import { blockProofOf } from '../../../src/report/proof/block-proof.ts';
import { formatProof, parseProof } from '../../../src/report/proof/proof.ts';
import { makeRecording } from '../../../src/report/proof/recording.ts';
import { anyText } from '../../helpers/any-text.ts';
import { sampleBlock, sampleCommand, sampleEngine, sampleExpectation, samplePost } from '../sample-report.ts';

const proofOf = (...recordings: Recording[]): Proof => ({ version: 2, recordings });
const recordedAt = '2026-11-24T10:00:00.000Z';

describe('a proof', () => {
  test('counts lines from the first line of the block', () => {
    const cause = { whose: 'page' as const, message: 'wrong', hint: null, line: 12 };
    const command = sampleCommand({
      line: 11,
      cause,
      expectations: [sampleExpectation({ source: { line: 14 } })],
    });
    const recording = makeRecording(
      samplePost([sampleBlock([command], { line: 10 })]),
      sampleEngine,
      recordedAt,
    );
    expect(recording.blocks[0]!.commands[0]).toMatchObject({
      offset: 1,
      cause: { line: 2 },
      expectations: [{ source: { line: 4 } }],
    });
  });

  test('names no line of the file, which another text above would make wrong', () => {
    const cause = { whose: 'earlier' as const, message: 'line 12 was not done', hint: null, line: 12 };
    const command = sampleCommand({ cause });
    const { blocks } = makeRecording(samplePost([sampleBlock([command])]), sampleEngine, recordedAt);
    expect(blocks[0]!.commands[0]!.cause!.message).toBe('another line was not done');
  });

  test('leaves out text, which nothing was done with', () => {
    const text = sampleBlock([], { kind: 'text', verdict: null, hash: 'f'.repeat(64) });
    const recording = makeRecording(samplePost([text, sampleBlock([])]), sampleEngine, recordedAt);
    expect(recording.blocks.map((block) => block.kind)).toEqual(['commands']);
  });

  test('holds no secret and nothing of the machine that it was made on', () => {
    const command = sampleCommand({
      ran: 'docker login --password hunter2 ',
      output: 'bound to cabin.lan, files in /home/jane/site\nTOKEN=ghp_0123456789abcdefghijABCDEFGHIJ',
      bindings: { HOST: 'cabin.lan' },
    });
    const hide = ['cabin.lan', '/home/jane'];
    const text = formatProof(
      proofOf(makeRecording(samplePost([sampleBlock([command])]), sampleEngine, recordedAt, hide)),
    );
    for (const secret of ['hunter2', 'cabin', 'jane', 'ghp_']) expect(text).not.toContain(secret);
  });

  test('is found by hash, and by number where the same block stands twice', () => {
    const twice = [sampleBlock([], { kind: 'file' }), sampleBlock([], { kind: 'output' })];
    const recording = makeRecording(samplePost(twice), sampleEngine, recordedAt);
    const hash = 'a'.repeat(64);
    expect([0, 1, 2].map((nth) => blockProofOf(recording, hash, nth)?.kind ?? null)).toEqual([
      'file',
      'output',
      null,
    ]);
    expect(blockProofOf(recording, 'b'.repeat(64))).toBeNull();
  });

  test('comes back from its own text as it was, whatever was printed', () => {
    const anything = anyText(80);
    const record = fc.dictionary(anything, anything, { maxKeys: 3 });
    fc.assert(
      fc.property(anything, anything, record, fc.integer(), (source, output, bindings, exitStatus) => {
        const command = sampleCommand({
          source,
          output,
          bindings,
          exitStatus,
          notes: [output],
          prepared: [source],
        });
        const proof = proofOf(makeRecording(samplePost([sampleBlock([command])]), sampleEngine, recordedAt));
        const text = formatProof(proof);
        const parsed = parseProof(text, 'proof.json');
        expect(parsed.findings).toEqual([]);
        expect(formatProof(parsed.proof!)).toBe(text);
        expect(parsed.proof).toEqual(JSON.parse(JSON.stringify(proof)));
      }),
    );
  });

  test('has the same text whatever the order of its keys', () => {
    const proof = proofOf(makeRecording(samplePost([sampleBlock([])]), sampleEngine, recordedAt));
    const turned = Object.fromEntries(Object.entries(proof).reverse()) as typeof proof;
    expect(formatProof(turned)).toBe(formatProof(proof));
    expect(formatProof(proof)).toMatch(
      /^\{\n {2}"version": 2,\n {2}"recordings": \[\n {4}\{\n {6}"recordedAt": .*\}\n$/s,
    );
  });

  test('of the version before is read as one recording', () => {
    const recording = makeRecording(samplePost([sampleBlock([sampleCommand()])]), sampleEngine, recordedAt);
    const parsed = parseProof(JSON.stringify({ version: 1, ...recording }), 'proof.json');
    expect(parsed).toEqual({ proof: proofOf(recording), findings: [] });
  });
});

describe('a proof.json that is broken', () => {
  const proof = proofOf(
    makeRecording(samplePost([sampleBlock([sampleCommand()])]), sampleEngine, recordedAt),
  );
  const wrongVerdict = formatProof(proof).replace('"verdict": "passed"', '"verdict": "great"');
  test.each([
    ['cut off in the middle', formatProof(proof).slice(0, 300), /is not JSON/],
    ['empty', '', /is not JSON/],
    ['of another version', JSON.stringify({ ...proof, version: 3 }), /at version:/],
    ['without a recording', JSON.stringify({ ...proof, recordings: [] }), /at recordings:/],
    ['with a wrong value', wrongVerdict, /verdict:/],
    ['not an object', '[]', /at the top:/],
  ])('(%s) is a finding, never a crash', (_case, text, message) => {
    const parsed = parseProof(text, 'posts/p1/proof.json');
    expect(parsed.proof).toBeNull();
    expect(parsed.findings).toMatchObject([
      { code: 'proof-unreadable', severity: 'warning', place: { path: 'posts/p1/proof.json' } },
    ]);
    expect(parsed.findings[0]!.message).toMatch(message);
  });

  test('stays a finding for any JSON whatever', () => {
    fc.assert(fc.property(fc.json(), (text) => parseProof(text, 'p').findings.length === 1));
  });
});
