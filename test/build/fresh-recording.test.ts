import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runBuild } from '../../src/commands/build.ts';
import type { Recording } from '../../src/model/proof.ts';
import { formatProof } from '../../src/report/proof/proof.ts';
import { memoryContext } from '../helpers/memory-context.ts';
import { onEngine, recordingOf } from '../helpers/whole-site.ts';

const source = '---\ntitle: One\n---\n\n```bash\ndocker ps\n```\n';
const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-fresh-'));
const proofFile = path.join(folder, 'posts/one/proof.json');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function pageWith(fresh: Recording): Promise<string> {
  const options = { paths: ['posts'], out: 'dist', drafts: false, keepGoing: false };
  const built = { ...options, fresh: new Map([['posts/one/index.md', fresh]]) };
  expect(await runBuild(built, memoryContext(folder))).toBe(0);
  return readFileSync(path.join(folder, 'dist/one/index.html'), 'utf8');
}

test('a run that has just ended takes the place of what its own engine has recorded, not of the others', async () => {
  const recorded = recordingOf(source, ['passed']);
  mkdirSync(path.dirname(proofFile), { recursive: true });
  writeFileSync(path.join(folder, 'posts/one/index.md'), source);
  writeFileSync(proofFile, formatProof({ version: 2, recordings: [recorded] }));
  const before = readFileSync(proofFile, 'utf8');
  const failed = recordingOf(source, ['failed']);
  expect(await pageWith(onEngine(failed, '26.1.5'))).toContain(
    '<b>Failed</b> on Docker 26.1, proven on 28.5',
  );
  expect(await pageWith(failed)).toContain('<b>Failed</b> on Docker 28.5 in');
  expect(readFileSync(proofFile, 'utf8')).toBe(before);
});
