import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../../lib/sha256.ts';
import type { BuildRequest } from '../build-request.ts';
import { digestOfData } from './digest-of-data.ts';
import { putInCache } from './put-in-cache.ts';
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
  const data = serialize({ known, posts, lists });
  if (!putInCache(file, Buffer.concat([Buffer.from(sha256(data), 'latin1'), data]))) return;
  sweepFolder(path.dirname(file), maxBytes);
  sweepFolder(path.join(request.cacheFolder ?? '', 'pages'), maxBytes);
}

function fileOf({ cacheFolder, cwd, home, paths, drafts }: BuildRequest): string | null {
  if (cacheFolder === null) return null;
  const name = digestOfData([process.version, cwd, home, paths, drafts]);
  return path.join(cacheFolder, 'sites', name);
}
