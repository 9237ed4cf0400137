import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PostSource } from '../model/post.ts';
import { shownPath } from './content-names.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import type { FoundSource } from './find-sources.ts';
import { notOwn, tooLarge, unreadable } from './source-findings.ts';

/** A Markdown file with the folder from which its page's address counts (absolute). */
export interface ContentFile extends PostSource {
  root: string;
}

const maxBytes = 5 * 1024 * 1024;

/** Reads a Markdown file, or says why it can't be read. `read` gives the bytes of a file. */
export function readSource(
  { file, root }: FoundSource,
  cwd: string,
  read: (file: string) => Uint8Array = readFileSync,
): ContentFile | Diagnostic {
  const shown = shownPath(file, cwd);
  try {
    const info = statSync(file);
    const { size } = info;
    if (!info.isFile()) return notOwn(shown);
    if (size > maxBytes) return tooLarge(shown, size);
    const decoded = decodeUtf8(read(file), shown);
    return 'code' in decoded ? decoded : { path: shown, file, root, source: decoded.text };
  } catch (error) {
    return unreadable(shown, error as NodeJS.ErrnoException);
  }
}
