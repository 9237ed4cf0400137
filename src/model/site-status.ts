import type { BlockKind } from './plan.ts';
import type { Cause } from './report.ts';
import type { Verdict } from './verdict.ts';

/** How a block or post stands today: a verdict, or why there is none. */
export type ProofState = Verdict | 'changed' | 'unproven';

/**
 * What `status.json` holds: how the site stands as it was built. Field names are public: other programs read them, and
 * new ones may be added within a version. Nothing in it depends on the clock: whoever reads it judges ages.
 */
export interface SiteStatus {
  version: 1;
  title: string;
  /** Full address of the site, `/` at the end; null when `site.yaml` has no `baseUrl`. */
  baseUrl: string | null;
  /** A proof that is older is shown as old. */
  oldAfterDays: number;
  summary: { posts: number; commands: StateCounts };
  /** Versions of Docker Engine that proofs come from, the newest first. */
  engines: string[];
  posts: PostStatus[];
}

/** Commands by state; `total` is their sum. */
export type StateCounts = Record<ProofState | 'total', number>;

/** How a post stands on all engines together. */
export interface PostStatus {
  title: string;
  /** The Markdown file, from the folder of `site.yaml`, with `/`. */
  path: string;
  /** The page, relative to the site's root, `/` at the end. */
  url: string;
  /** What says most about the post: what went wrong, then what is open, then `passed`; `none` without commands. */
  state: ProofState | 'none';
  /** By their worst state on the engines that have run them. */
  commands: StateCounts;
  /** One for each engine on which the post was replayed, the newest first; none when that never happened. */
  proofs: PostProofStatus[];
  /** Blocks that are not proven, in the order of the page. */
  unproven: UnprovenBlock[];
  /** Blocks that did not come to the same on all engines, or printed something else, in the order of the page. */
  differing: BlockLink[];
}

/** How a post stands on one engine. */
export interface PostProofStatus {
  /** ISO 8601, UTC. */
  recordedAt: string;
  /** Version of Docker Engine. */
  engine: string;
  /** As this engine has them: blocks that have changed since it ran them count as `changed`. */
  commands: StateCounts;
  /** Images that were stand-ins for the official ones. */
  standIns: string[];
}

/** A block, as other pages lead to it. */
export interface BlockLink {
  /** Id of the block's proof on the page: `url#anchor`. */
  anchor: string;
  /** In the Markdown file, from 1. */
  line: number;
  kind: BlockKind;
  /** What it begins with: its first command, or the name of a file; empty for output. */
  text: string;
}

/** A block that is not proven, and why. */
export interface UnprovenBlock extends BlockLink {
  state: ProofState;
  /** Versions of Docker Engine on which it stands so; none when it was not run as it is written now. */
  engines: string[];
  /** Whose fault it is and what happened; null when the state says all. */
  cause: { whose: Cause['whose']; message: string } | null;
}
