#!/usr/bin/env node
// Starts Seaworthy: runs a bundle of src/ from .seaworthy/, made anew whenever src/ or the lock file has changed.
// Only Node's own modules are imported before the checks, so that a wrong Node or missing packages get a clear line.
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(home, '.seaworthy');
const oldMs = 60 * 60 * 1000;

await launch();

async function launch() {
  checkNode();
  const name = `bundle-${fingerprint()}`;
  if (existsSync(join(cache, name, 'cli.js'))) markAsUsed(name);
  else await makeBundle(name);
  if (isDebugging()) process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(join(cache, name, 'cli.js')).href);
  await main(home);
}

/** The time of a bundle's folder is that of its last start: see `removeOld`. */
function markAsUsed(name) {
  try {
    utimesSync(join(cache, name), new Date(), new Date());
  } catch {
    // A checkout that can't be written to has nothing to tidy up either.
  }
}

function checkNode() {
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).engines.node;
  const [major, minor] = numbersOf(wanted);
  const [ourMajor, ourMinor] = numbersOf(process.versions.node);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  fail(2, `Seaworthy needs Node ${wanted}; this is ${process.versions.node}.`);
}

function numbersOf(version) {
  return (version.match(/\d+/g) || []).map(Number);
}

function isDebugging() {
  return process.argv.includes('--debug') || Boolean(process.env.SEAWORTHY_DEBUG);
}

/** A name for the state of everything that the bundle is made from. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = [
    ...filesIn(join(home, 'src')),
    join(home, 'package-lock.json'),
    fileURLToPath(import.meta.url),
  ];
  for (const file of files.filter((path) => existsSync(path))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Builds in a folder of its own and renames it: two launchers may do so at once, and a killed one breaks nothing. */
async function makeBundle(name) {
  const esbuild = await loadEsbuild();
  const draft = join(cache, `draft-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(cache, { recursive: true });
    await esbuild.build(bundleOptions(draft));
    moveInto(join(cache, name), draft);
    removeOld(name);
  } catch (error) {
    await explain(esbuild, error);
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

function bundleOptions(outdir) {
  return {
    absWorkingDir: home,
    entryPoints: ['src/cli.ts'],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    // Sources are found by their paths; copies of them would only make the maps slow to load.
    sourcesContent: false,
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    // esbuild starts a program that lies beside it.
    external: ['esbuild'],
    // Packages in CommonJS ask for Node's modules by `require`, which a module does not have.
    banner: { js: "import{createRequire as cR}from'node:module';const require=cR(import.meta.url);" },
    chunkNames: 'chunk-[hash]',
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
  const made = readdirSync(cache).filter((entry) => /^(bundle|draft)-/.test(entry) && entry !== current);
  for (const entry of made) {
    const path = join(cache, entry);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - modified > oldMs) rmSync(path, { recursive: true, force: true });
  }
}

async function explain(esbuild, error) {
  if (!error.errors) return fail(2, `Seaworthy can't write its bundle into ${cache}: ${error.message}`);
  const missing = error.errors.some((one) => /^Could not resolve "[^./]/.test(one.text));
  if (missing) fail(2, "Some of Seaworthy's packages are not installed: run `npm ci` first.");
  const messages = await esbuild.formatMessages(error.errors, { kind: 'error', color: process.stderr.isTTY });
  return fail(70, `Seaworthy's own source can't be bundled.\n${messages.join('')}`);
}

function fail(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
