import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import type { Recording } from '../../../src/model/proof.ts';
import type { BlockState } from '../../../src/site/proof/block-state.ts';
import { postProof } from '../../../src/site/proof/post-proof.ts';
import { proofLog } from '../../../src/site/proof/proof-log.ts';
import { proofMark } from '../../../src/site/proof/proof-mark.ts';
import { onEngine, recordingOf } from '../../helpers/whole-site.ts';

const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
const digest = `sha256:${'0123456789ab'.padEnd(64, 'c')}`;

const source = '---\ntitle: T\n---\n```bash\ndocker ps\n```\n';
const { blocks } = makePlan({ path: 'index.md', source });

// A recording of the only block, in which its command has printed this.
function printing(output: string): Recording {
  const recording = recordingOf(source, ['passed']);
  for (const block of recording.blocks)
    block.commands = block.commands.map((command) => ({ ...command, output }));
  return recording;
}

function stateOf(now: string, ...recordings: Recording[]): BlockState {
  const [state] = postProof(blocks, { version: 2, recordings }, new Date(now)).blocks;
  return state!;
}

// What readers see of a command that printed this; on Docker 26.1 too, where that printed something else.
function shown(output: string, rest: string | null, elsewhere: string | null = null): string {
  const older = elsewhere === null ? [] : [onEngine(printing(elsewhere), '26.1.5')];
  const log = proofLog(stateOf('2026-11-23', printing(output), ...older), rest);
  return log.map(textOf).join('\n');
}

test('a page shows the beginning and the end of a long output, and leads to all of it', () => {
  const text = shown(lines.join('\n'), 'proof.html#b1');
  expect(text).toContain('line 1\n…\nline 20\n');
  expect(text).toMatch(/1 promise of the text held$/);
  expect(text).not.toContain('line 2\n');
});

test('the record shows all of it', () => {
  expect(shown(lines.join('\n'), null)).toContain(lines.join('\n'));
});

test('digests are cut on the page, not in the record', () => {
  expect(shown(`Digest: ${digest}`, 'proof.html#b1')).toContain('Digest: sha256:0123456789ab…\n');
  expect(shown(`Digest: ${digest}`, null)).toContain(`Digest: ${digest}`);
});

test('the record marks the lines that other engines did not print, among those that they did', () => {
  const state = (other: string) =>
    stateOf('2026-11-23', printing('a\nb'), onEngine(printing(other), '26.1.5'));
  const marks = (other: string): string[] =>
    [...JSON.stringify(proofLog(state(other), null)).matchAll(/"tagName":"mark".*?"value":"(.*?)"/g)].map(
      ([, line]) => line!,
    );
  expect(marks('a\nc')).toEqual(['b', 'c']);
  expect(marks('c\nd')).toEqual([]);
});

test('of engines that differ a page shows each, with the lines in which they do', () => {
  const other = lines.with(8, 'not line 9').join('\n');
  const text = shown(lines.join('\n'), 'proof.html#b1', other);
  expect(text).toMatch(/^On Docker 28\.5\n.*…\nline 9\n…\n.*On Docker 26\.1\n.*…\nnot line 9\n…\n/s);
  expect(text).not.toContain('line 1\n');
  expect(shown(lines.join('\n'), null, other)).toContain(other);
});

test('a proof that held long ago is as visible as one that holds, and the oldest one counts', () => {
  const seen = (now: string, ...recordings: Recording[]): string => {
    const mark = proofMark(stateOf(now, ...recordings));
    return `${mark.properties.dataState}: ${textOf(mark.children[0]!)}`;
  };
  const [newer, older] = [printing('a'), onEngine(printing('a'), '26.1.5', '2026-08-01T08:00:00.000Z')];
  expect(seen('2026-11-23', newer)).toMatch(/^passed: ✓ Proven on Docker 28\.5 in .*, 20 Nov 2026/);
  expect(seen('2027-11-23', newer)).toMatch(/^old: ✓ Proven long ago, on Docker 28\.5 .*, 20 Nov 2026/);
  expect(seen('2026-11-23', newer, older)).toMatch(
    /^old: ✓ Proven long ago, on Docker 28\.5 and 26\.1 .*, 1 Aug 2026/,
  );
});
