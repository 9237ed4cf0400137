import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordProof } from '../../../src/commands/verify/record-proof.ts';
import { parseProof } from '../../../src/report/proof/proof.ts';
import { sampleBlock, sampleCommand, sampleEngine, samplePost } from '../../report/sample-report.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-record-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function record(version: string): ReturnType<typeof recordProof> {
  const report = samplePost([sampleBlock([sampleCommand()])]);
  const post = path.join(folder, 'index.md');
  return recordProof(report, post, { ...sampleEngine, version }, '2026-11-24T08:00:00.000Z');
}

const proofFile = (): string => path.join(folder, 'proof.json');

test('each engine is recorded beside the others, and once', async () => {
  expect(await record('28.5.2')).toBe('written');
  expect(await record('26.1.5')).toBe('written');
  expect(await record('26.1.5')).toBe('unchanged');
  const { proof } = parseProof(readFileSync(proofFile(), 'utf8'), 'proof.json');
  expect(proof?.recordings.map(({ engine }) => engine.version)).toEqual(['28.5.2', '26.1.5']);
});

test('a file that can’t be read is left alone: it may hold what other engines have shown', async () => {
  await record('28.5.2');
  const conflict = `<<<<<<< ours\n${readFileSync(proofFile(), 'utf8')}`;
  writeFileSync(proofFile(), conflict);
  expect(await record('26.1.5')).toBe('unreadable');
  expect(readFileSync(proofFile(), 'utf8')).toBe(conflict);
});
