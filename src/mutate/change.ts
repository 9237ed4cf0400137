/** One small change of a post's text: the stretch `[start, end)` (UTF-16 offsets of the file) becomes `after`. */
export interface Change {
  start: number;
  end: number;
  after: string;
  /** The blocks that it is about (ids of the plan): those that hold it, or that its promise belongs to. */
  about: string[];
}
