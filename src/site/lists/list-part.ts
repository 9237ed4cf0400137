import type { OutputFile } from '../html-file.ts';
import type { ListedPost } from '../page-data.ts';

/**
 * Some files of the site that belong to no single post, with all that they are made from: they are made anew when any of it
 * (or the frame of all pages) has changed, and only then.
 */
export interface ListPart {
  /** No other part has it. */
  name: string;
  posts: readonly ListedPost[];
  /** Plain data (all that JSON can hold). */
  rest: object;
  make(): OutputFile[];
}

/** A part that is made by a function of its data, which must look at nothing else. */
export function listPart<Data extends { posts: readonly ListedPost[] }>(
  name: string,
  data: Data,
  make: (data: Data) => OutputFile[],
): ListPart {
  const { posts, ...rest } = data;
  return { name, posts, rest, make: () => make(data) };
}
