import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { keepCode, readCode } from './compiled-code.mjs';

/**
 * What the bundle in this folder exports.
 *
 * A command starts from one script, whose compiled code is kept: compiling takes as long as building some posts. All
 * other starts (`--help`) need little code and take it from the chunks; Node reads source maps of modules only.
 */
export async function loadBundle(folder) {
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

function isDebugging() {
  return process.argv.includes('--debug') || Boolean(process.env.SEAWORTHY_DEBUG);
}
