import type { BuiltFile } from '../build/built-file.ts';

/** A site as it is served, from memory. */
export interface ServedSite {
  /** By path in the site. */
  files: ReadonlyMap<string, BuiltFile>;
  /** Where it lies on its host: begins and ends with `/`. */
  basePath: string;
  /** The path of its page, by that of the post; of what is served, only pages without errors. */
  pages: ReadonlyMap<string, string>;
  /** Whether what belongs to all pages, such as `site.yaml`, has no errors. */
  isGood: boolean;
}

/** What is served before the first build is done. */
export const emptySite: ServedSite = { files: new Map(), basePath: '/', pages: new Map(), isGood: false };

/**
 * The site that has just been made, but with the last good page of each post that is `broken` now (paths). What is no
 * post, such as `site.yaml`, belongs to all pages, so all of them stay. What never was good is shown as it is.
 */
export function keepGoodPages(
  made: Omit<ServedSite, 'isGood'>,
  before: ServedSite,
  broken: ReadonlySet<string>,
): ServedSite {
  const isGood = [...broken].every((path) => made.pages.has(path) || before.pages.has(path));
  if (!isGood && before.isGood) return before;
  const files = new Map(made.files);
  const pages = new Map(made.pages);
  for (const path of broken) {
    pages.delete(path);
    const page = before.pages.get(path);
    const good = page === undefined ? undefined : before.files.get(page);
    if (page === undefined || good === undefined) continue;
    files.set(page, good);
    pages.set(path, page);
    for (const file of usedBy(good, before)) if (!files.has(file.path)) files.set(file.path, file);
  }
  return { files, basePath: made.basePath, pages, isGood };
}

/** The text of a file; null when it has none, or when it was kept on the disk and has been removed there. */
export function textOf(file: BuiltFile | undefined): string | null {
  if (file === undefined || !('text' in file)) return null;
  try {
    return file.text;
  } catch {
    return null;
  }
}

// Style sheets and scripts have a hash in their names, so a page of an earlier build needs those of that build.
function usedBy(page: BuiltFile, { files }: ServedSite): BuiltFile[] {
  const names = [...(textOf(page) ?? '').matchAll(/assets\/[^"'?#\s]+/g)].map(([name]) => name);
  return names.flatMap((name) => files.get(name) ?? []);
}
