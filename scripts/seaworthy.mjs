#!/usr/bin/env node
// Starts Seaworthy: runs a bundle of src/ from .seaworthy/, made anew whenever src/ or the lock file has changed.
// Until packages are known to be there only Node's own modules are imported, so that a wrong Node or missing packages get
// a clear line.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFolder, markAsUsed } from './launch/bundle-folder.mjs';
import { checkNode } from './launch/check-node.mjs';
import { loadBundle } from './launch/load-bundle.mjs';
import { tuneV8 } from './launch/tune-v8.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));

tuneV8();
checkNode(home);
const folder = bundleFolder(home);
if (existsSync(join(folder, 'cli.js'))) markAsUsed(folder);
else await (await import('./launch/make-bundle.mjs')).makeBundle(home, folder);
const { main } = await loadBundle(folder);
// Its own folder: what another version of the code has kept is never read.
const cacheFolder = join(folder, 'posts');
await main(home, { cacheFolder, workerFile: join(folder, 'build', 'pages', 'page-worker.cjs') });
