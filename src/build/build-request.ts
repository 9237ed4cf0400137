import type { Recording } from '../model/proof.ts';

/** What a site is to be built from, and when. */
export interface BuildRequest {
  /** Files and folders, absolute or relative to `cwd`. */
  paths: string[];
  /** Absolute; places of findings are relative to it. */
  cwd: string;
  /** Absolute folder of Seaworthy itself. */
  home: string;
  /** Where what is known may be kept for other processes; null: nowhere. */
  cacheFolder: string | null;
  /** Whether drafts, and posts whose time has not come or is over, belong to the site. */
  drafts: boolean;
  /** Ages of proofs count up to here, and posts of a later day are left out. */
  now: Date;
  /** What a run that has just ended has shown, by post path: it takes the place of what its engine's series has recorded. */
  fresh?: ReadonlyMap<string, Recording> | undefined;
  /** The script (`page-worker.ts`, bundled) with which a large site is made on several processors; absent: on one. */
  workerFile?: string | null;
}
