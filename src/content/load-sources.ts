import type { Diagnostic } from '../model/diagnostic.ts';
import type { PostSource } from '../model/post.ts';
import { isSection } from './content-names.ts';
import { findSources, siteRoot } from './find-sources.ts';
import { type ContentFile, readSource } from './read-source.ts';

/** What was read, and what is wrong with the rest. */
export interface LoadedSources {
  posts: ContentFile[];
  /** The `_index.md` files. */
  sections: ContentFile[];
  findings: Diagnostic[];
}

/**
 * The posts that the given files and folders hold, sorted by path and each once. Folders are read with all that is
 * below them, without hidden folders, `node_modules`, `dist`, `README.md` and `_index.md`.
 */
export async function loadPostSources(
  paths: string[],
  { cwd }: { cwd: string },
): Promise<{ posts: PostSource[]; findings: Diagnostic[] }> {
  const { posts, findings } = await loadSources(paths, { cwd });
  return { posts, findings };
}

/** As `loadPostSources`, with the section pages (`_index.md`) and the root of each file. */
export async function loadSources(paths: string[], { cwd }: { cwd: string }): Promise<LoadedSources> {
  const { files, findings } = await findSources(paths, { cwd });
  const read = files.map((found) => readSource(found, cwd));
  const loaded = read.filter((result) => 'source' in result);
  return {
    posts: loaded.filter((file) => !isSection(file.file)),
    sections: loaded.filter((file) => isSection(file.file)),
    findings: [...findings, ...read.filter((result) => 'code' in result)],
  };
}

/** The other posts and sections of the sites (folders with a `site.yaml`) that the loaded ones belong to. */
export async function loadNeighbours(
  loaded: LoadedSources,
  { cwd }: { cwd: string },
): Promise<LoadedSources> {
  const files = [...loaded.posts, ...loaded.sections];
  const known = new Set(files.map(({ file }) => file));
  const roots = new Set<string>();
  for (const { root } of files) {
    if ((await siteRoot(root)) === root) roots.add(root);
  }
  const around = await loadSources([...roots], { cwd });
  const isNew = ({ file }: ContentFile): boolean => !known.has(file);
  return { posts: around.posts.filter(isNew), sections: around.sections.filter(isNew), findings: [] };
}
