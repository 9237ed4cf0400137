/**
 * The files that can be written beside those that a site has already: none at an address that is taken, none below one that
 * is a file, none whose address leads out of the site. The first one wins.
 */
export function freeFiles<File extends { path: string }>(
  files: readonly File[],
  taken: Iterable<string>,
): File[] {
  const paths = new Set(taken);
  const folders = new Set([...paths].flatMap(foldersOf));
  return files.filter(({ path }) => {
    const above = foldersOf(path);
    const isOutside = path.split('/').some((part) => part === '' || part === '.' || part === '..');
    if (isOutside || paths.has(path) || folders.has(path) || above.some((folder) => paths.has(folder)))
      return false;
    paths.add(path);
    for (const folder of above) folders.add(folder);
    return true;
  });
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}
