import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isBundle, shownPath } from '../content/content-names.ts';
import { isOwnFile } from '../content/own-file.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { Proof } from '../model/proof.ts';
import type { Post } from '../model/site.ts';

/** The recorded proof of a post; null when there is none. */
export async function loadProof(
  post: Pick<Post, 'file'>,
  { cwd }: { cwd: string },
): Promise<{ proof: Proof | null; findings: Diagnostic[] }> {
  const file = proofFileOf(post.file);
  const text = isOwnFile(file, path.dirname(file)) ? await readFile(file, 'utf8').catch(() => null) : null;
  if (text === null && existsSync(file)) return { proof: null, findings: [unread(shownPath(file, cwd))] };
  if (text === null) return { proof: null, findings: [] };
  const { parseProof } = await import('../report/proof/proof.ts');
  return parseProof(text, shownPath(file, cwd));
}

function unread(shown: string): Diagnostic {
  const message = 'This is not a file that can be read, or a link that leads out of its folder.';
  return diagnostic(
    'proof-unreadable',
    pointAt(shown),
    message,
    'Put a copy of the file there, or remove it.',
  );
}

/** Where a post's proof lies: `p1/proof.json` beside `p1/index.md`, `p1.proof.json` beside `p1.md`. Absolute. */
export function proofFileOf(file: string): string {
  const name = isBundle(file) ? 'proof.json' : `${path.basename(file).replace(/\.[^.]+$/, '')}.proof.json`;
  return path.join(path.dirname(file), name);
}
