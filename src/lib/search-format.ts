// The files of the search index, as the build writes them and the browser reads them. Each is a script that calls
// `seaworthySearch(name, data)`, since a page from `file:` can load nothing else.

/** `search/index.js`: the only file with a fixed name. */
export interface SearchIndex {
  /** The file of each post, by the post's number. */
  posts: string[];
  /** The files of terms with the first key that each holds, in the order of the keys. See `keyOf`. */
  shelves: [key: string, file: string][];
}

/**
 * A file of terms is a text with one line for each post: the terms of the post that belong to this file, with blanks
 * between them. The last character of a term is its weight, 1 to 9.
 */
export type SearchShelf = string;

/** The file of one post: what search results show of it. */
export interface SearchPost {
  title: string;
  /** From the site's root. */
  href: string;
  /** In the order of the page; the one before the first heading has no id and no title. */
  passages: [id: string, title: string, text: string][];
}

/** What decides in which file a term is found: its first two characters. */
export function indexKeyOf(term: string): string {
  return Array.from(term.slice(0, 4)).slice(0, 2).join('');
}
