import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { postProof } from '../../src/site/post-proof.ts';
import { proofLog } from '../../src/site/proof-log.ts';
import { proofMark } from '../../src/site/proof-mark.ts';
import { proofOf } from '../helpers/whole-site.ts';

const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
const digest = `sha256:${'0123456789ab'.padEnd(64, 'c')}`;

// What readers see of a command that printed this.
function shown(output: string, rest: string | null): string {
  const proof = proofOf('---\ntitle: T\n---\n```bash\ndocker ps\n```\n');
  const block = proof.recordings[0]!.blocks[0]!;
  block.commands = block.commands.map((command) => ({ ...command, output }));
  const log = proofLog(block, postProof([], proof, new Date(0)), rest);
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

test('a proof that held long ago is as visible as one that holds', () => {
  const source = '---\ntitle: T\n---\n```bash\ndocker ps\n```\n';
  const { blocks } = makePlan({ path: 'index.md', source });
  const seen = (now: string): string => {
    const post = postProof(blocks, proofOf(source), new Date(now));
    const mark = proofMark(post.blocks[0]!, post);
    return `${mark.properties.dataState}: ${textOf(mark.children[0]!)}`;
  };
  expect(seen('2026-11-23')).toMatch(/^passed: ✓ Proven on Docker .*, 20 Nov 2026/);
  expect(seen('2027-11-23')).toMatch(/^old: ✓ Proven long ago, on Docker .*, 20 Nov 2026/);
});
