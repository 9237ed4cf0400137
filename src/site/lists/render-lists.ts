import type { Frame } from '../frame.ts';
import { freeFiles } from '../free-addresses.ts';
import type { PageSummary, SiteData } from '../page-data.ts';
import { twinFile } from '../programs/markdown-twin.ts';
import { recordFile } from '../proof/proof-mark.ts';
import type { SharedFiles } from '../shared-files.ts';
import type { ListPart } from './list-part.ts';
import { listParts } from './list-parts.ts';

/** All files of the site but those of its posts, shared ones included. `filesOf` makes those of a part, or knows them from an earlier build. */
export function renderLists<File extends { path: string }>(
  site: SiteData & Pick<SharedFiles, 'shared'>,
  frame: Frame,
  filesOf: (part: ListPart) => readonly File[],
): (File | { path: string; copyOf: string })[] {
  const parts = listParts(site, frame);
  const own = parts.own.flatMap(filesOf);
  // What authors name themselves takes the place of nothing.
  const taken = [...own.map(({ path }) => path), ...site.posts.flatMap(postPaths)];
  return [...own, ...freeFiles([...copies(site), ...parts.free.flatMap(filesOf)], taken)];
}

function postPaths({ post, search }: PageSummary): string[] {
  return [...['index.html', recordFile, twinFile].map((name) => `${post.url}${name}`), search.file];
}

function copies({ posts, config }: SiteData): { path: string; copyOf: string }[] {
  const files = new Map(posts.flatMap((page) => [...page.files]));
  if (config.image) files.set(config.image.path, config.image.file);
  return [...files].map(([path, copyOf]) => ({ path, copyOf }));
}
