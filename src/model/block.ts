import type { Place } from './place.ts';

/** How a code block is marked in the Markdown source. */
export type Fence = 'backticks' | 'tildes' | 'indented';

/** Where one line of a block's text begins in the post's file (columns differ inside lists and quotes). */
export interface LineStart {
  line: number;
  column: number;
}

/** One code block of a post as the Markdown has it, before anything is decided about it. */
export interface Block {
  /** `b1`, `b2` … in the order of the page. */
  id: string;
  /** The whole block, fences included. */
  place: Place;
  fence: Fence;
  /** First word of the info string as written; null where there is none. */
  language: string | null;
  /** The rest of the info string; empty where there is none. */
  meta: string;
  /** The code, without fences and without the indentation that the Markdown around it needs. */
  text: string;
  /** The code as written, where marks were taken out of `text` that only say how a site shows it. */
  raw?: string;
  /** One entry for each line of `text`. */
  lineStarts: LineStart[];
}
