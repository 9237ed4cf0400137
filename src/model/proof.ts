import type { BlockKind } from './plan.ts';
import type { Cause, EngineInfo, ExpectationReport } from './report.ts';
import type { Verdict } from './verdict.ts';

/** What `proof.json` beside a post holds: what its replays have shown, on each engine. */
export interface Proof {
  version: 2;
  /** One for each engine series (see `engineSeries`), the newest engine first; at least one. */
  recordings: Recording[];
}

/** The part of a report that readers of a post are shown: its last replay on one engine. */
export interface Recording {
  /** ISO 8601, UTC: when the post was replayed. */
  recordedAt: string;
  engine: EngineInfo;
  verdict: Verdict | null;
  durationMs: number;
  images: { name: string; digest: string; standIn: boolean }[];
  blocks: BlockProof[];
}

/** Holds for a block whose text has this hash, wherever it stands in the post by now. */
export interface BlockProof {
  hash: string;
  kind: BlockKind;
  verdict: Verdict | null;
  cause: Cause | null;
  commands: CommandProof[];
}

/** What a run has shown of a command, as far as readers see it. */
export interface CommandProof {
  /** Line of the command within its block, from 0. */
  offset: number;
  source: string;
  ran: string | null;
  verdict: Verdict | null;
  exitStatus: number | null;
  durationMs: number;
  output: string;
  bindings: Record<string, string>;
  prepared: string[];
  notes: string[];
  expectations: ExpectationReport[];
  cause: Cause | null;
}
