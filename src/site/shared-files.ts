import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ownFolders } from '../lib/own-addresses.ts';
import { sha256 } from '../lib/sha256.ts';

/** Addresses in the site. They hold a hash of the content, so that browsers can keep the files for ever. */
export interface SharedAddresses {
  styles: string;
  /** The one that pages that list posts have in its place. */
  listStyles: string;
  script: string;
  /** Loaded when the reader asks for the search. */
  search: string;
  favicon: string;
}

/** The files that all pages share. */
export interface SharedFiles extends SharedAddresses {
  /** All of them, to be written. */
  shared: readonly { path: string; text: string }[];
}

/** Where the result of a text is kept, so that it need not be worked out again. */
interface Memory {
  get(text: string): Promise<unknown>;
  put(text: string, value: unknown): Promise<void>;
}

/**
 * The style sheets (`main.css`, `lists.css` and `search.css` of `site/styles` with all they import), the script that runs on
 * every page and those that are loaded when asked for (`site.ts`, `search.ts` and `values.ts` of `site/scripts`), and the
 * site's icon. Making all but the icon small takes longer than building some posts, so the result is kept until a file of
 * `site/` changes.
 */
export async function loadShared(home: string, memory: Memory): Promise<SharedFiles> {
  const folder = path.join(home, 'site');
  const key = `shared files\0${await contentOf(folder)}`;
  const kept = (await memory.get(key)) as SharedFiles | null;
  if (kept !== null) return kept;
  const made = await makeShared(folder);
  await memory.put(key, made);
  return made;
}

async function makeShared(folder: string): Promise<SharedFiles> {
  const styles = (name: string): Promise<string> => bundle(path.join(folder, 'styles', name));
  const script = (name: string, constants: Record<string, string> = {}): Promise<string> =>
    bundle(path.join(folder, 'scripts', name), constants);
  const searchStyles = named('search.css', await styles('search.css'));
  const constants = { SEARCH_STYLES: path.basename(searchStyles.path) };
  const values = named('values.js', await script('values.ts'));
  const favicon = readFile(path.join(folder, 'static', 'favicon.svg'), 'utf8');
  const files = {
    styles: named('site.css', await styles('main.css')),
    listStyles: named('lists.css', await styles('lists.css')),
    script: named('site.js', await script('site.ts', { VALUES_SCRIPT: path.basename(values.path) })),
    search: named('search.js', await script('search.ts', constants)),
    searchStyles,
    values,
    favicon: named('icon.svg', await favicon),
  };
  return {
    styles: files.styles.path,
    listStyles: files.listStyles.path,
    script: files.script.path,
    search: files.search.path,
    favicon: files.favicon.path,
    shared: Object.values(files),
  };
}

function named(name: string, text: string): { path: string; text: string } {
  const { name: stem, ext } = path.parse(name);
  return { path: `${ownFolders.assets}${stem}.${sha256(text).slice(0, 10)}${ext}`, text };
}

// Scripts become classic ones: browsers load no modules from `file:`.
async function bundle(entry: string, constants: Record<string, string> = {}): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    // Held by the compiler; saying so to browsers again would take bytes.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
    ...(entry.endsWith('.ts') ? { format: 'iife', target: 'es2022' } : {}),
    define: Object.fromEntries(Object.entries(constants).map(([name, text]) => [name, JSON.stringify(text)])),
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

async function contentOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const texts = await Promise.all(
    files.sort().map(async (file) => `${file}\0${await readFile(file, 'utf8')}`),
  );
  return texts.join('\0');
}
