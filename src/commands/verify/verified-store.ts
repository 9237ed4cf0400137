import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../lib/sha256.ts';
import type { EngineInfo, PostReport } from '../../model/report.ts';
import { writeWhole } from '../write-whole.ts';
import type { VerifiedParts } from './verified-parts.ts';

/** A post that has passed, and all that this depended on. */
export interface VerifiedPost {
  parts: VerifiedParts;
  /** Names of the images that `parts.images` tells the digests of. */
  images: string[];
  /** ISO 8601, UTC. */
  verifiedAt: string;
  engine: EngineInfo;
  report: PostReport;
}

/** What is known of posts from earlier runs on one engine, in `.seaworthy/verified/ENGINE/` below a folder. */
export interface VerifiedStore {
  /** Null when nothing whole is kept for the post. */
  get(post: string): Promise<VerifiedPost | null>;
  put(post: string, verified: VerifiedPost): Promise<void>;
  forget(post: string): Promise<void>;
}

/** The store of an engine, by its name. Its entries carry a digest of themselves: one that was cut off or edited is as good as none. */
export function verifiedStore(cwd: string, engine: string): VerifiedStore {
  const folder = path.join(cwd, '.seaworthy', 'verified', engine);
  const fileOf = (post: string): string => path.join(folder, `${sha256(post).slice(0, 32)}.json`);
  return {
    async get(post) {
      const text = await readFile(fileOf(post), 'utf8').catch(() => '');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      return text.slice(0, end) === sha256(body) ? (JSON.parse(body) as VerifiedPost) : null;
    },
    async put(post, verified) {
      const body = JSON.stringify(verified);
      await mkdir(folder, { recursive: true });
      await writeWhole(fileOf(post), `${sha256(body)}\n${body}`);
    },
    async forget(post) {
      await rm(fileOf(post), { force: true });
    },
  };
}
