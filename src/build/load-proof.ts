import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isBundle, shownPath } from '../content/load-sources.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Proof } from '../model/proof.ts';
import type { Post } from '../model/site.ts';
import { parseProof } from '../report/proof.ts';

/** The recorded proof of a post; null when there is none. */
export async function loadProof(
  post: Pick<Post, 'file'>,
  { cwd }: { cwd: string },
): Promise<{ proof: Proof | null; findings: Diagnostic[] }> {
  const file = proofFileOf(post.file);
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? { proof: null, findings: [] } : parseProof(text, shownPath(file, cwd));
}

/** Where a post's proof lies: `p1/proof.json` beside `p1/index.md`, `p1.proof.json` beside `p1.md`. Absolute. */
export function proofFileOf(file: string): string {
  const name = isBundle(file) ? 'proof.json' : `${path.basename(file).replace(/\.[^.]+$/, '')}.proof.json`;
  return path.join(path.dirname(file), name);
}
