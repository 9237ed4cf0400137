import type { SimpleCommand } from '../../shell/parse-shell.ts';
import type { PageNames } from '../names/page-names.ts';

/** What a trait is decided from: one statement, and what the page says around it. */
export interface TraitInput {
  commands: readonly SimpleCommand[];
  source: string;
  background: boolean;
  /** What an earlier command has opened and reads it; null for the reader's own shell. */
  room: 'shell' | 'repl' | null;
  names: PageNames;
  /** The sentences around the block, joined. */
  prose: string;
}
