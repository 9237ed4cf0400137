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
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(home, '.seaworthy');
const oldMs = 60 * 60 * 1000;
const digestBytes = 32;

optimizeLater();
growSlowly();
await launch();

async function launch() {
  checkNode();
  const name = `bundle-${fingerprint()}`;
  if (existsSync(join(cache, name, 'cli.js'))) markAsUsed(name);
  else await makeBundle(name);
  const { main } = await load(join(cache, name));
  // Its own folder: what another version of the code has kept is never read.
  const cacheFolder = join(cache, name, 'posts');
  await main(home, { cacheFolder, workerFile: join(cache, name, 'build', 'page-worker.cjs') });
}

/**
 * A command starts from one script, whose compiled code is kept: compiling takes as long as building some posts. All
 * other starts (`--help`) need little code and take it from the chunks; Node reads source maps of modules only.
 */
async function load(folder) {
  const [command = ''] = process.argv.slice(2);
  if (/^[a-z]{1,20}$/.test(command) && !isDebugging()) return loadScript(join(folder, 'cli.cjs'), command);
  if (isDebugging()) process.setSourceMapsEnabled(true);
  return await import(pathToFileURL(join(folder, 'cli.js')).href);
}

function loadScript(file, command) {
  const codeFile = `${file}.${command}-${process.version}-${process.arch}`;
  const cachedData = readCode(codeFile);
  const source = `(function(exports,require,module){${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected)
    process.on('exit', (code) => keepCode(script, codeFile, code));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module);
  return module.exports;
}

/** The compiled code in a file; undefined unless it is whole. V8 itself refuses what another V8 or other flags made. */
function readCode(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(digestBytes);
    return bytes.subarray(0, digestBytes).equals(digestOf(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(data) {
  return createHash('sha256').update(data).digest();
}

/** Written at the end, when all that the command needs has been compiled; not after a start that failed. */
function keepCode(script, file, code) {
  if (code > 1) return;
  const draft = `${file}-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    const data = script.createCachedData();
    writeFileSync(draft, Buffer.concat([digestOf(data), data]), { flag: 'wx' });
    renameSync(draft, file);
  } catch {
    // Without it the next start is slower, no more.
    rmSync(draft, { force: true });
  }
}

/** The time of a bundle's folder is that of its last start: see `removeOld`. */
function markAsUsed(name) {
  try {
    utimesSync(join(cache, name), new Date(), new Date());
  } catch {
    // A checkout that can't be written to has nothing to tidy up either.
  }
}

/**
 * V8 optimizes code after so many bytes of it have run. The 67 584 of Node 20 make it optimize most of the Markdown parser,
 * give up and begin anew: a quarter of a build's processor time. Measured there only, so other versions keep their own;
 * one that did not know the flag would complain.
 */
function optimizeLater() {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
}

/**
 * V8 lets its heap grow to a multiple of what lives in it before it looks for what is dead. To twice as much at most saves a
 * quarter of a large build's memory, and costs no processor time that could be measured; half as much again costs a quarter
 * of that. Measured with Node 20 only.
 */
function growSlowly() {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--heap-growing-percent=100');
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
  for (const file of files) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats) hash.update(`${file}\0${stats.size}\0${stats.mtimeMs}\0`);
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
    await esbuild.build(chunkOptions(draft));
    await esbuild.build(scriptOptions(draft));
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

function chunkOptions(outdir) {
  return {
    ...bundleOptions(outdir, ['src/cli.ts']),
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
function scriptOptions(outdir) {
  const supported = { 'dynamic-import': false };
  const worker = 'src/build/page-worker.ts';
  const entryPoints = ['src/cli.ts', ...(existsSync(join(home, worker)) ? [worker] : [])];
  return { ...bundleOptions(outdir, entryPoints), format: 'cjs', outExtension: { '.js': '.cjs' }, supported };
}

function bundleOptions(outdir, entryPoints) {
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
