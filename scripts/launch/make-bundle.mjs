import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail } from './fail.mjs';

const oldMs = 60 * 60 * 1000;

/**
 * Makes the bundle of `home` in this folder. Ends the launcher where packages are missing or the source is broken.
 *
 * Builds in a folder of its own and renames it: two launchers may do so at once, and a killed one breaks nothing.
 */
export async function makeBundle(home, folder) {
  const esbuild = await loadEsbuild();
  const cache = dirname(folder);
  const draft = join(cache, `draft-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(cache, { recursive: true });
    await esbuild.build(chunkOptions(home, draft));
    await esbuild.build(scriptOptions(home, draft));
    moveInto(folder, draft);
    removeOld(folder);
  } catch (error) {
    await explain(esbuild, error, cache);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function loadEsbuild() {
  try {
    return await import('esbuild');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return fail(2, "Seaworthy's packages are not installed: run `npm ci` first.");
  }
}

function chunkOptions(home, outdir) {
  return {
    ...bundleOptions(home, outdir, ['src/cli.ts']),
    splitting: true,
    format: 'esm',
    sourcemap: 'linked',
    // Sources are found by their paths; copies of them would only make the maps slow to load.
    sourcesContent: false,
    // Packages in CommonJS ask for Node's modules by `require`, which a module does not have.
    banner: { js: "import{createRequire as cR}from'node:module';const require=cR(import.meta.url);" },
    chunkNames: 'chunk-[hash]',
  };
}

/** V8 keeps compiled code of scripts only, not of modules. A script that is run this way can't import, only require. */
function scriptOptions(home, outdir) {
  const supported = { 'dynamic-import': false };
  const worker = 'src/build/pages/page-worker.ts';
  const entryPoints = ['src/cli.ts', ...(existsSync(join(home, worker)) ? [worker] : [])];
  return {
    ...bundleOptions(home, outdir, entryPoints),
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    supported,
  };
}

function bundleOptions(home, outdir, entryPoints) {
  return {
    absWorkingDir: home,
    entryPoints,
    outbase: 'src',
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    // esbuild starts a program that lies beside it.
    external: ['esbuild'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  };
}

function moveInto(target, draft) {
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another launcher was first: its bundle is the same.
    if (!existsSync(join(target, 'cli.js'))) throw error;
  }
}

/** Removes what nobody can be using any more: a long run may still have to load chunks of its own bundle. */
function removeOld(current) {
  const cache = dirname(current);
  const made = readdirSync(cache).filter(
    (entry) => /^(bundle|draft)-/.test(entry) && entry !== basename(current),
  );
  for (const entry of made) {
    const path = join(cache, entry);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - modified > oldMs) rmSync(path, { recursive: true, force: true });
  }
}

async function explain(esbuild, error, cache) {
  if (!error.errors) return fail(2, `Seaworthy can't write its bundle into ${cache}: ${error.message}`);
  const missing = error.errors.some((one) => /^Could not resolve "[^./]/.test(one.text));
  if (missing) fail(2, "Some of Seaworthy's packages are not installed: run `npm ci` first.");
  const messages = await esbuild.formatMessages(error.errors, { kind: 'error', color: process.stderr.isTTY });
  return fail(70, `Seaworthy's own source can't be bundled.\n${messages.join('')}`);
}
