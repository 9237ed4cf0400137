/** What the development server tells a browser that shows a page of the site; plain JSON. */
export interface DevNews {
  /** Which text of the page there is now; the browser looks whether it has that one. */
  version: string;
  errors: ShownError[];
}

/** An error as the page shows it. */
export interface ShownError {
  /** `path:line:column`; empty for what has no place. */
  where: string;
  code: string;
  message: string;
  hint: string;
  excerpt: ExcerptLine[];
}

/** A line of a source file, as an error shows it. */
export interface ExcerptLine {
  /** From 1. */
  number: number;
  text: string;
  /** What the error is about: from this character to that one, from 0, the end exclusive; null on lines around. */
  marked: [from: number, to: number] | null;
}
