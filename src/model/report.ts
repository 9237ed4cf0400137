import type { Diagnostic } from './diagnostic.ts';
import type { BlockKind } from './plan.ts';
import type { Verdict } from './verdict.ts';

/** What `seaworthy verify --json FILE` writes. Field names are public: other programs read them. */
export interface Report {
  version: 1;
  /** `seaworthy 0.1.0` */
  tool: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  durationMs: number;
  /** The engine inside the machines; null when none was started (`--dry-run`, no engine). */
  engine: EngineInfo | null;
  summary: Summary;
  /** What `--repeat` has shown; absent without it. Of each post `posts` then holds the replay that went worst. */
  repeats?: Repeats;
  posts: PostReport[];
}

/** What several replays of the same posts, each on fresh machines, had in common. */
export interface Repeats {
  /** How often each post was replayed. */
  times: number;
  /** Whatever did not get the same verdict each time: a post that can't be relied on, or a defect of Seaworthy. */
  changes: VerdictChange[];
}

/** Something that was judged otherwise from one replay to the next. */
export interface VerdictChange {
  path: string;
  line: number;
  column: number;
  of: 'block' | 'command' | 'expectation';
  /** The command's text, the block's kind, or what was expected. */
  what: string;
  /** The different outcomes, the most frequent first; their `times` make up the repeats. */
  outcomes: { outcome: RepeatedOutcome; times: number; causes: string[] }[];
}

/** A verdict, or what came of an expectation. */
export type RepeatedOutcome = Verdict | 'no verdict' | 'held' | 'not held' | 'not checked';

/** The Docker Engine of the machines: its version and those of what belongs to it. */
export interface EngineInfo {
  version: string;
  api: string;
  compose: string;
  buildx: string;
  os: string;
  /** Where images come from: `stand-in`, `docker.io (cached)` … */
  registry: string;
  /** Images of the registry that are stand-ins for the official ones, as `name:tag`. */
  standIns: string[];
}

/** Counts of blocks that have a verdict (`blocks` counts the others too), and of commands. */
export interface Summary {
  blocks: number;
  text: number;
  commands: number;
  passed: number;
  failed: number;
  blocked: number;
  skipped: number;
  notRun: number;
}

/** How the replay of a post went. */
export interface PostReport {
  path: string;
  /** Null before anything has run (`--dry-run`), or when the post has no block to run. */
  verdict: Verdict | null;
  /** Set when `--changed` left the post out, as nothing has changed since it passed then (ISO 8601): all else is of then. */
  unchangedSince?: string;
  durationMs: number;
  /** From asking for a machine to its first prompt. */
  machineReadyMs: number;
  /** `digest`: of what was pulled or built; words where the engine itself stands in for an image (a Dockerfile's front end). */
  images: { name: string; digest: string; standIn: boolean }[];
  leftBehind: LeftBehind;
  findings: Diagnostic[];
  blocks: BlockReport[];
}

/** What a post has made and not removed, by name. */
export interface LeftBehind {
  containers: string[];
  images: string[];
  volumes: string[];
  networks: string[];
}

/** How a block of a post fared. */
export interface BlockReport {
  id: string;
  line: number;
  endLine: number;
  language: string | null;
  kind: BlockKind;
  because: string;
  hash: string;
  verdict: Verdict | null;
  /** For blocks without commands (`file`, `output`) that did not pass. */
  cause: Cause | null;
  commands: CommandReport[];
}

/** How a command of a block went. */
export interface CommandReport {
  id: string;
  line: number;
  column: number;
  endLine: number;
  source: string;
  /** The machine that it was typed on: 1, or another for the reader who takes an alternative. */
  machine: number;
  /** The terminal of that machine, from 1, and how many shells are open inside it. */
  terminal: number;
  depth: number;
  /** What was typed, placeholders filled in; null when nothing was. */
  ran: string | null;
  verdict: Verdict | null;
  exitStatus: number | null;
  /** Exit statuses of all stages of the last pipeline; empty when nothing ran. */
  pipeStatus: number[];
  durationMs: number;
  /** Seaworthy's own part of `durationMs`. */
  overheadMs: number;
  /** What the reader's screen shows of it in the end. */
  output: string;
  /** `output` with its looks as SGR sequences; null when it has none, or is too long to be kept twice. */
  styled: string | null;
  /** The prompt of the shell or REPL that it opened, empty for a shell that it came back to; null when it opened none. */
  opened: string | null;
  expectations: ExpectationReport[];
  /** Placeholder to value. */
  bindings: Record<string, string>;
  /** What was made ready out of the reader's sight, as commands. */
  prepared: string[];
  /** Differences worth knowing that are no failure ("the post says 27.5.1, this was 28.5.2"). */
  notes: string[];
  cause: Cause | null;
}

/** Whether something held that must hold after a command. */
export interface ExpectationReport {
  kind:
    | 'output'
    | 'words'
    | 'absent'
    | 'http'
    | 'usage'
    | 'stays-up'
    | 'cleans-up'
    | 'file'
    | 'run'
    | 'unchecked';
  source: { line: number };
  /** Null: not checked. */
  held: boolean | null;
  message: string;
}

/** Why something did not pass, and whose fault it is. */
export interface Cause {
  whose: 'page' | 'image' | 'registry' | 'network' | 'engine' | 'time' | 'machine' | 'author' | 'earlier';
  message: string;
  /** What to do about it, where that is sure. */
  hint: string | null;
  /** The line to look at when it is not the command's own. */
  line: number | null;
  /** The word of the command that is wrong and the one that is meant, where that is sure. */
  fix?: { wrong: string; right: string };
}
