import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../lib/sha256.ts';

/** Addresses in the site. They hold a hash of the content, so that browsers can keep the files for ever. */
export interface SharedAddresses {
  styles: string;
  /** What pages that list posts need besides. */
  listStyles: string;
  script: string;
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
 * The style sheets (`site/styles/main.css` and `lists.css` with all they import), the script that runs on every page
 * (`site/scripts/site.ts`) and the site's icon. Making all but the icon small takes longer than building some posts, so the
 * result is kept until a file of `site/` changes.
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
  const [styles, listStyles, script, favicon] = await Promise.all([
    bundle(path.join(folder, 'styles', 'main.css')),
    bundle(path.join(folder, 'styles', 'lists.css')),
    bundle(path.join(folder, 'scripts', 'site.ts')),
    readFile(path.join(folder, 'static', 'favicon.svg'), 'utf8'),
  ]);
  const files = {
    styles: { path: `assets/site.${shortHash(styles)}.css`, text: styles },
    listStyles: { path: `assets/lists.${shortHash(listStyles)}.css`, text: listStyles },
    script: { path: `assets/site.${shortHash(script)}.js`, text: script },
    favicon: { path: `assets/icon.${shortHash(favicon)}.svg`, text: favicon },
  };
  return {
    styles: files.styles.path,
    listStyles: files.listStyles.path,
    script: files.script.path,
    favicon: files.favicon.path,
    shared: Object.values(files),
  };
}

// Scripts become classic ones: browsers load no modules from `file:`.
async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    ...(entry.endsWith('.ts') ? { format: 'iife', target: 'es2022' } : {}),
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

function shortHash(text: string): string {
  return sha256(text).slice(0, 10);
}
