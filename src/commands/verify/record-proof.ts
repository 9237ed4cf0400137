import { readFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { proofFileOf } from '../../build/load-proof.ts';
import type { EngineInfo, PostReport } from '../../model/report.ts';
import { mergeProof } from '../../report/proof/merge-proof.ts';
import { formatProof, parseProof } from '../../report/proof/proof.ts';
import { makeRecording } from '../../report/proof/recording.ts';
import { writeWhole } from '../write-whole.ts';

/**
 * Writes a post's proof beside it, whole or not at all, and only when something material has changed. A file that can't be
 * read (after a merge, say) is left alone: it may hold what other engines have shown.
 */
export async function recordProof(
  post: PostReport,
  file: string,
  engine: EngineInfo,
  recordedAt: string,
): Promise<'written' | 'unchanged' | 'unreadable'> {
  const target = proofFileOf(file);
  const before = await readFile(target, 'utf8').catch(() => null);
  const old = before === null ? null : parseProof(before, target).proof;
  if (before !== null && old === null) return 'unreadable';
  const fresh = makeRecording(post, engine, recordedAt, [hostname(), homedir()]);
  const text = formatProof(mergeProof(old, fresh));
  if (text === before) return 'unchanged';
  await writeWhole(target, text);
  return 'written';
}
