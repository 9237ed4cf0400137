import type { Block } from '../../model/block.ts';
import type { Place } from '../../model/place.ts';
import type { Sentence } from './sentences.ts';

/** What a reader of the page comes across, one after the other. */
export type PageItem =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'sentence'; sentence: Sentence }
  | { kind: 'block'; block: Block }
  /** A comment `<!-- verify: … -->`; `body` is what follows the colon. */
  | { kind: 'directive'; body: string; place: Place }
  /** The reader chooses one of several tabs; null ends the set. */
  | { kind: 'tab'; name: string | null };
