/** A range in a post's file. Lines and columns count from 1 and include the front matter; the end is exclusive. */
export interface Place {
  path: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A place that is a single point, for findings about a whole file or a position without an extent. */
export function pointAt(path: string, line = 1, column = 1): Place {
  return { path, line, column, endLine: line, endColumn: column };
}
