import type { Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';

/** What will be done with every block and command of one post, and why. Made without running anything. */
export interface Plan {
  path: string;
  blocks: PlannedBlock[];
  findings: Diagnostic[];
}

/** What a block is. */
export type BlockKind = PlannedBlock['kind'];

/** What is common to all blocks; `kind` decides the rest. */
interface Planned {
  /** The block's id, `b1`, `b2` … in the order of the page. */
  id: string;
  place: Place;
  language: string | null;
  /** Why it has this kind: a sentence for the author. */
  because: string;
  /** SHA-256 (hex) of the block's text: a proof holds for exactly this text. */
  hash: string;
  /** The headings the block stands under, outermost first. */
  section: string[];
}

/** A block of a page with what will be done with it, by its kind. */
export type PlannedBlock =
  /** Typed into the post's terminal, one command at a time. `inside`: into the shell that an earlier command opened. */
  | (Planned & { kind: 'commands' | 'transcript' | 'inside'; commands: PlannedCommand[] })
  /** Synopses, never typed: compared with the usage line that the tool itself prints. */
  | (Planned & { kind: 'usage'; commands: PlannedCommand[] })
  /** Independent examples: each proven on its own, from a state in which it makes sense. */
  | (Planned & { kind: 'catalogue'; commands: PlannedCommand[] })
  /** Written where the terminal stands, under `file.name`, or held against what is there. */
  | (Planned & {
      kind: 'file';
      file: { name: string; content: string; step: FileStep };
      /** Set when readers of another tab save another file under this name; absent: all readers save it. */
      alternative?: Alternative;
    })
  /** What the command `of` (an id) should print; null when no command stands before it. */
  | (Planned & { kind: 'output'; of: string | null })
  /** Nothing is done. */
  | (Planned & { kind: 'text' });

/**
 * `saved`: the reader saves it. `shown`: the page only shows it, so that it is written where nothing else has come to
 * be and is compared otherwise. `made`: the same, and commands have written to it since the page itself did.
 */
export type FileStep = 'saved' | 'shown' | 'made';

/** One shell statement of a block. */
export interface PlannedCommand {
  /** The block's id and a number: `b3c1`. */
  id: string;
  /** Exactly the statement: no prompt, no comment behind it. */
  place: Place;
  /** The statement's text. Lines of a here-document or after a backslash belong to it. */
  source: string;
  /** The comment behind the statement or directly above it, without `#`; null where there is none. */
  comment: string | null;
  placeholders: Placeholder[];
  expectations: PlannedExpectation[];
  trait: CommandTrait;
  /** Set when the reader does one of several: choice 0 is the first of its group on the page. */
  alternative: Alternative | null;
  /** Deadline set by the author, in milliseconds; null for the default. */
  timeoutMs: number | null;
  /** How many rooms (shells, REPLs) are open where it is typed; absent: 0. Rooms beyond that are left first. */
  depth?: number;
  /** Set when rooms beyond `depth` are left with the detach keys, so that their containers go on; absent: they are ended. */
  detaches?: true;
  /** The terminal it is typed into when the page names another; absent: 1. */
  terminal?: number;
  /** What the shown output or the prose says a reader answers when the command asks (`[y/N]`, a password). */
  answers?: { question: string; answer: string }[];
  /** What the page asks right before its block to do in a window, with the mouse. Nobody does it here. */
  windowStep?: WindowStep;
  /** Set when it uses a file of which the page last showed what may be only a part, or comes after one that did. */
  unsureFile?: UnsureFile;
  /** What the page says where it takes away what only some readers have ("if it still exists"); where it is not there, nothing is wrong. */
  ifThere?: string;
  /** What the prose behind it says of a container that ends by itself; `exitStatus` null: it doesn't say with which. */
  dies?: Dying;
}

/** That a reader does one of several: things of one group with different choices exclude each other. */
export interface Alternative {
  group: string;
  choice: number;
  /** Why they are taken for alternatives: a sentence for the author. */
  because: string;
  /** Set when it has no sibling: only readers in a certain case type it (an error, a wish). It fails for nobody else. */
  isCase?: true;
}

/** What a page asks its readers to do to Docker's objects with the mouse, between two blocks. */
export interface WindowStep {
  /** Where the sentence stands. */
  line: number;
  sentence: string;
  /** Whether it removes or stops something, rather than makes or starts it. */
  removes: boolean;
}

/** A file of which nobody knows whether the page shows all of it. */
export interface UnsureFile {
  name: string;
  /** The line of the block that may be a part of it. */
  line: number;
  /** Whether the command itself uses it. */
  isUsed: boolean;
}

/** The exit status with which a container is said to end, and the sentence that says so. */
export interface Dying {
  exitStatus: number | null;
  sentence: string;
}

/** How a command differs from one that runs, ends with 0 and gives the prompt back. */
export type CommandTrait =
  | { kind: 'plain' }
  /** Keeps the terminal until Ctrl-C, as the tool or the page says. */
  | { kind: 'foreground'; because: string }
  /** The page says that it fails. `exitStatus` null: any but 0. */
  | { kind: 'meant-to-fail'; exitStatus: number | null; because: string }
  /** Opens a shell, REPL or pager in which the next commands are typed. */
  | { kind: 'opens'; room: 'shell' | 'repl'; because: string }
  /** Ends such a room (`exit`, Ctrl-D). */
  | { kind: 'leaves'; because: string }
  /** For another operating system than the machine's, or another computer beside it. */
  | { kind: 'other-system'; because: string }
  /** Worked by hand, such as an editor: what comes of it stands elsewhere on the page. */
  | { kind: 'by-hand'; because: string }
  /** The author's own excuse; `until` is an ISO date. */
  | { kind: 'skip'; reason: string; until: string };

/** Whether a command is not typed into this machine because it is for another system, or for the reader's hands. */
export function isForOthers(
  trait: CommandTrait,
): trait is Extract<CommandTrait, { kind: 'other-system' | 'by-hand' }> {
  return trait.kind === 'other-system' || trait.kind === 'by-hand';
}

/** A word of a command that stands for a value only the reader knows. Offsets are UTF-16 indexes into `source`. */
export interface Placeholder {
  text: string;
  start: number;
  end: number;
  wants: Want;
  /** Words that the page has beside it, where it shows or speaks of it: they tell the one that is meant from others. */
  near?: string[];
}

/** What a placeholder must be bound to so that its command makes sense. */
export type Want =
  | { object: 'container'; field: 'id' | 'name'; state: WantedState }
  | { object: 'image' | 'network' | 'volume'; field: 'id' | 'name' }
  | { object: 'port' }
  /** The address of a running container. */
  | { object: 'address' }
  /** The author said what it is, or any value does. */
  | { object: 'fixed'; value: string }
  | { object: 'unknown' };

/** The state a command needs its container in. `running-first`: any, but a running one shows more (`rm -f`, `logs`). */
export type WantedState = 'running' | 'stopped' | 'paused' | 'any' | 'running-first';

/** Something that must hold after a command. Its exit status is always expected and not listed. */
export type PlannedExpectation =
  /** Shown output, compared by meaning. */
  | { kind: 'output'; source: Place; text: string; from: 'transcript' | 'output-block' | 'comment' }
  /** Words that the prose promises in the output. `isWhole`: it says that they are all that is printed. */
  | { kind: 'words'; source: Place; sentence: string; words: string[]; isWhole?: true }
  /** Words that the prose says are not in the output; none: nothing is printed but the heading of a list. */
  | { kind: 'absent'; source: Place; sentence: string; words: string[] }
  /** An address that must answer below 400, with these words in its page (letter case ignored). */
  | { kind: 'http'; source: Place; sentence: string; url: string; words: string[] }
  /** A check of the author's that readers don't see: a script that must end with 0 and print these words. */
  | { kind: 'run'; source: Place; script: string; words: string[] }
  /** A promise that can't be read for sure: listed, never held. */
  | { kind: 'unchecked'; source: Place; sentence: string; because: string };
