import type { Block } from '../model/block.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PlannedBlock, PlannedExpectation, WindowStep } from '../model/plan.ts';
import type { TypedBlock } from './alternatives/alternatives.ts';
import type { Tabs } from './alternatives/tabs.ts';
import type { Draft, Room } from './block-context.ts';
import type { Directive } from './directives/directives.ts';
import type { UnsureFiles } from './files/unsure-files.ts';
import type { PageNames } from './names/page-names.ts';
import type { PageItem } from './reading/page-item.ts';
import type { Sentence } from './reading/sentences.ts';
import type { Terminals } from './rooms/which-terminal.ts';

/** What is known after reading a page from its beginning to some item. */
export interface PageWalk {
  items: readonly PageItem[];
  blocks: PlannedBlock[];
  findings: Diagnostic[];
  headings: { depth: number; text: string }[];
  before: Sentence[];
  /** Sentences since the last typed command, over blocks and headings. */
  sinceLast: Sentence[];
  directive: Directive | null;
  /** The rooms that are open in the terminal typed into last. */
  rooms: Room[];
  terminals: Terminals;
  last: Draft | null;
  lastIsNear: boolean;
  /** The file that the last command opened in an editor, until something is saved. */
  edited: string | null;
  /** What the prose has asked for since the last commands that is done with the mouse. */
  windowStep: WindowStep | null;
  unsure: UnsureFiles;
  typed: TypedBlock[];
  names: PageNames;
  pageBlocks: Block[];
  tabs: Tabs;
  /** Promises of a sentence that ends with a colon: they are about the block that follows. */
  pending: PlannedExpectation[];
}
