import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../lib/sha256.ts';
import type { BuildRequest } from './build-site.ts';
import { digestOfData } from './digest-of-data.ts';
import { removeQuietly } from './remove-quietly.ts';
import { type SiteMemory, siteMemory } from './site-memory.ts';
import { sweepFolder } from './sweep-folder.ts';

const digestLetters = 64;
const maxBytes = 512 * 1024 * 1024;

/**
 * What an earlier process knew of a site; a memory of nothing where that is not there, or not whole. The folder belongs to
 * one version of the code; a file in it belongs to one site and one Node, which may sort or write dates in another way.
 */
export function loadSiteMemory(request: BuildRequest): SiteMemory {
  const file = fileOf(request);
  if (file === null) return siteMemory();
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(digestLetters);
    if (bytes.toString('latin1', 0, digestLetters) !== sha256(data)) return siteMemory();
    return { ...siteMemory(), ...(deserialize(data) as Partial<SiteMemory>) };
  } catch {
    return siteMemory();
  }
}

/** Keeps it for the next process; nothing happens where that is not possible. The last of two at once is kept. */
export function keepSiteMemory(request: BuildRequest, { known, posts, lists }: SiteMemory): void {
  const file = fileOf(request);
  if (file === null) return;
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const data = serialize({ known, posts, lists });
    writeFileSync(draft, Buffer.concat([Buffer.from(sha256(data), 'latin1'), data]));
    renameSync(draft, file);
    sweepFolder(path.dirname(file), maxBytes);
    sweepFolder(path.join(request.cacheFolder ?? '', 'pages'), maxBytes);
  } catch {
    // It only saves time: a full disk or a read-only checkout does without.
    removeQuietly(draft);
  }
}

function fileOf({ cacheFolder, cwd, home, paths, drafts }: BuildRequest): string | null {
  if (cacheFolder === null) return null;
  const name = digestOfData([process.version, cwd, home, paths, drafts]);
  return path.join(cacheFolder, 'sites', name);
}
