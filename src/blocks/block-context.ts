import type { Block } from '../model/block.ts';
import type { FileStep, PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { ParsedShell, SimpleCommand } from '../shell/parse-shell.ts';
import type { Transcript } from '../shell/transcript.ts';
import type { Directive } from './directives/directives.ts';
import type { PageNames } from './names/page-names.ts';
import type { LanguageKind } from './reading/language.ts';
import type { Sentence } from './reading/sentences.ts';

/** A shell or REPL that a command opened and nothing left yet. */
export interface Room {
  kind: 'shell' | 'repl';
  opener: Draft;
  /** The prompt behind which the opener was typed; null where the page shows none. */
  openerPrompt: string | null;
  /** The headings under which the page writes the reader's own prompt for what is typed inside; absent: nowhere. */
  sharedIn?: string;
  /** The prompt behind which the page first shows a command inside; null where it shows none. */
  ownPrompt: string | null;
  /** The terminal in which a page types what it does outside while the room stays open; null where it leaves the room. */
  beside: number | null;
}

/** A planned command with the simple commands that it consists of. */
export interface Draft {
  planned: PlannedCommand;
  commands: SimpleCommand[];
  /** Offsets in its block's text. */
  start: number;
  end: number;
  /** The prompt that the page shows before it; null for none. */
  prompt: string | null;
}

/** All that a rule may look at. */
export interface BlockContext {
  block: Block;
  language: LanguageKind;
  shell: ParsedShell;
  /** Null when no line of the block shows a prompt. */
  transcript: Transcript | null;
  /** The sentences between the block (or heading) before and this one. */
  before: Sentence[];
  /** The sentences up to the next block or heading. */
  after: Sentence[];
  /** The headings it stands under, outermost first. */
  section: string[];
  directive: Directive;
  /** The terminal that it is typed into, should it hold commands. */
  terminal: number;
  /** Rooms that are open there. */
  rooms: Room[];
  /** The last command typed before it. */
  last: Draft | null;
  /** Whether a block that is no output stands between `last` and this block. */
  lastIsNear: boolean;
  /** The file that the last command opened in an editor; null when none did. */
  edited: string | null;
  names: PageNames;
  /** All code blocks of the page with their file-like text, for telling steps from the finished file. */
  blocks: readonly Block[];
  /** The blocks before it, as planned. */
  planned: readonly PlannedBlock[];
}

/** What a rule decides about a block; `because` is a sentence for the author. */
export type Ruling = { because: string } & (
  | { kind: 'commands' | 'transcript' | 'inside' | 'usage' | 'catalogue' | 'output' | 'text' }
  /** `step` is set where the rule knows it. */
  | { kind: 'file'; name: string; step?: FileStep }
);

/** Looks at a block and decides, or leaves it to the next rule. */
export type Rule = (context: BlockContext) => Ruling | null;

/** The sentences of the paragraph directly above. */
export function paragraphAbove(context: BlockContext): Sentence[] {
  const last = context.before.at(-1);
  return last === undefined ? [] : context.before.filter((sentence) => sentence.paragraph === last.paragraph);
}
