import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type GitHistory, gitHistory } from '../../content/git-history.ts';
import { countOf } from '../../lib/count-of.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { pointAt } from '../../model/place.ts';
import type { PostHead } from '../../model/site.ts';
import type { PostCache } from '../kept/post-cache.ts';

/** When a post was last changed (ISO 8601): as its author says, else as git does; null where nobody knows. */
export type LastChange = (post: Pick<PostHead, 'file' | 'frontMatter'>) => string | null;

/** Asks git about the repository in which the first of the given files and folders lies. */
export async function historyOf(
  paths: readonly string[],
  { cwd, cache }: { cwd: string; cache: PostCache },
): Promise<GitHistory | null> {
  const first = path.resolve(cwd, paths[0] ?? '.');
  const info = await stat(first).catch(() => null);
  if (info === null) return null;
  return await gitHistory(info.isDirectory() ? first : path.dirname(first), cache);
}

/** Reads a history for posts. */
export function lastChangeIn(history: GitHistory | null): LastChange {
  return ({ file, frontMatter }) => frontMatter.lastmod ?? history?.changes.get(file) ?? null;
}

/** A note where a shallow clone hides when posts were changed; none where their authors say it. */
export function shallowNote(posts: readonly PostHead[], history: GitHistory | null): Diagnostic[] {
  const hidden = posts.filter(
    ({ file, frontMatter }) => frontMatter.lastmod === null && history?.changes.get(file) === null,
  );
  const [first] = hidden;
  if (first === undefined) return [];
  const message = `This is a shallow clone: when ${countOf(hidden.length, 'post was', 'posts were')} last changed is not known.`;
  const hint =
    'Get the whole history (`git fetch --unshallow`; `fetch-depth: 0` in an action), or write `lastmod`.';
  return [diagnostic('history-shallow', pointAt(first.path), message, hint)];
}
