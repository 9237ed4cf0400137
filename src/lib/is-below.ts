import path from 'node:path';

/** Whether a path leads into a folder: to something in it, not to the folder itself. Nothing is looked up on the disk. */
export function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  // A name may begin with two dots.
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}
