import type { PostHead, Series } from '../../model/site.ts';
import type { Withheld } from '../publication.ts';

/** What links can lead to. */
export interface LinkIndex {
  posts: readonly PostHead[];
  series: readonly Series[];
  /** The ids that a post's page has. */
  idsOf(post: PostHead): ReadonlySet<string>;
  /** Path of the site on its host, `/` at both ends. */
  basePath: string;
  /** Why a post will not be there, for readers of published ones; null when it will. */
  withheld(post: PostHead): Withheld | null;
  /** Whether a file lies there (absolute path) that belongs to the folder. */
  isFile(file: string, folder: string): boolean;
  sizeOf(file: string): { width: number; height: number } | null;
}

/** What a post leads to: a page or file that a reader opens, or a picture that is shown. */
export type LinkKind = 'link' | 'image';
