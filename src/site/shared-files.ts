import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

export interface SharedFiles {
  /** Addresses in the site. They hold a hash of the content, so that browsers can keep the files for ever. */
  styles: string;
  favicon: string;
  stylesText: string;
  faviconText: string;
}

/** The style sheet (`site/styles/main.css` with all it imports, as one small file) and the site's icon. */
export async function loadShared(home: string): Promise<SharedFiles> {
  const [stylesText, faviconText] = await Promise.all([
    bundleStyles(path.join(home, 'site', 'styles', 'main.css')),
    readFile(path.join(home, 'site', 'static', 'favicon.svg'), 'utf8'),
  ]);
  return {
    styles: `assets/site.${shortHash(stylesText)}.css`,
    favicon: `assets/icon.${shortHash(faviconText)}.svg`,
    stylesText,
    faviconText,
  };
}

async function bundleStyles(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
