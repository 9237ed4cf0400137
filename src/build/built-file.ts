import type { FileDigests } from './kept/file-digests.ts';
import { type KeptFile, readKeptText } from './kept/kept-pages.ts';

/** A file of a site that was built: its text (read from where it is kept when it is asked for), or what it is a copy of. */
export type BuiltFile = { path: string; digest: string } & ({ readonly text: string } | { copyOf: string });

/** A kept file as part of a built site. Copies of files that are gone have an empty digest. */
export function builtFile(file: KeptFile, digests: FileDigests): BuiltFile {
  if ('copyOf' in file) return { ...file, digest: digests.digestOf(file.copyOf) ?? '' };
  if ('text' in file) return file;
  return {
    path: file.path,
    digest: file.digest,
    get text() {
      return readKeptText(file);
    },
  };
}
