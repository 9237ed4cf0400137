// Gives the parts of src/ that a benchmark drives by itself, bundled for this Node.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const entry = `
export { checkPosts } from './src/build/check-posts.ts';
export { connectMachines } from './src/machine/connect.ts';
export { commandsOf, readerPaths } from './src/run/paths.ts';
`;

/** The functions named in `entry`. */
export async function loadLibrary() {
  mkdirSync(join(home, '.seaworthy'), { recursive: true });
  const folder = mkdtempSync(join(home, '.seaworthy', 'bench-'));
  try {
    const outfile = join(folder, 'library.mjs');
    await build({
      stdin: { contents: entry, resolveDir: home, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      external: ['esbuild'],
      banner: { js: "import{createRequire as cR}from'node:module';const require=cR(import.meta.url);" },
      logLevel: 'silent',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
