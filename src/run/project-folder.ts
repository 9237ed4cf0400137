import type { PlannedBlock } from '../model/plan.ts';

/**
 * The folder in front of all relative names of the files that a page saves, where nothing on the page speaks of that
 * folder as one below: its labels begin at the project's own folder (`hello/app.py` after `cd hello`). Null where there
 * is none.
 */
export function projectFolder(blocks: readonly PlannedBlock[]): string | null {
  const names = blocks.flatMap((block) => (block.kind === 'file' ? [block.file.name] : []));
  const relative = names.filter((name) => !/^[~/]/.test(name)).map((name) => name.replace(/^(?:\.\/)+/, ''));
  const folders = new Set(relative.map((name) => /^([^/]+)\//.exec(name)?.[1] ?? ''));
  const [folder = ''] = folders;
  if (folders.size !== 1 || folder === '' || folder === '..') return null;
  return blocks.some((block) => textsOf(block).some((text) => speaksOf(folder, text))) ? null : folder;
}

function textsOf(block: PlannedBlock): string[] {
  if ('commands' in block) return block.commands.map(({ source }) => source);
  return block.kind === 'file' ? [block.file.content] : [];
}

// `hello/app.py`, `./hello`, `COPY hello .`, `context: hello`; not `cd hello`, nor the image `-t me/hello`.
function speaksOf(folder: string, text: string): boolean {
  const name = folder.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?:^|[\s"'=:])(?:\./)?${name}/\w|\./${name}(?![\w-])|^\s*(?:COPY|ADD)\b.*\s${name}\s|\b(?:context|build): *["']?${name}(?![\w-])`,
    'm',
  ).test(text);
}

/** Where a file of a page is in a reader's folder: its name is taken from the folder that the reader stands in, if it begins with that. */
export function pathFrom(name: string, folder: string, project: string | null): string {
  const relative = name.replace(/^(?:\.\/)+/, '');
  const standsIn = project === null ? -1 : folder.split('/').lastIndexOf(project);
  // The first three parts are the reader's home: no page has made these.
  if (standsIn < 3 || !relative.startsWith(`${project}/`)) return `${folder}/${relative}`;
  return `${folder.split('/').slice(0, standsIn).join('/')}/${relative}`;
}
