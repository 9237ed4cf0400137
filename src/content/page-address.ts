import path from 'node:path';
import { isOwnAddress } from '../lib/own-addresses.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { PostHead } from '../model/site.ts';
import { isBundle } from './content-names.ts';
import type { ContentFile } from './read-source.ts';

/** The folder of a post's page, `/` at the end: from the file's place, its last part replaced by `slug`. */
export function pageAddress({ file, root }: ContentFile, slug: string | null): string {
  const inBundle = isBundle(file);
  const page = inBundle ? path.dirname(file) : file.replace(/\.[^.]+$/, '');
  // A bundle that is the root itself has the root's name.
  const relative = path.relative(root, page) || path.basename(root);
  const parts = relative.split(path.sep).map(addressPart);
  return `${[...parts.slice(0, -1), slug ?? parts.at(-1)].join('/')}/`;
}

/** The folder of a section's page, `/` at the end; empty for the root. */
export function sectionAddress({ file, root }: ContentFile): string {
  const relative = path.relative(root, path.dirname(file));
  return relative === '' ? '' : `${relative.split(path.sep).map(addressPart).join('/')}/`;
}

/** A text as one part of an address: everything but letters, digits and `._~-` becomes `-`. */
export function addressPart(text: string): string {
  return text.replace(/[^\p{L}\p{N}._~-]+/gu, '-').replace(/^-+|-+$/g, '') || 'page';
}

/** `slug-duplicate` for each post whose address another page has already. */
export function findDuplicates<T extends PostHead>(
  posts: readonly T[],
  slugLineOf: (post: T) => number,
): Diagnostic[] {
  const first = new Map<string, T>();
  const findings: Diagnostic[] = [];
  for (const post of posts) {
    // Two names that differ in letter case are one on macOS, Windows and many hosts.
    const key = post.url.toLowerCase();
    const other = first.get(key);
    if (other) findings.push(duplicate(post, `as ${other.path}`, slugLineOf(post)));
    else if (isOwnAddress(post.url))
      findings.push(duplicate(post, "as the site's own pages", slugLineOf(post)));
    else first.set(key, post);
  }
  return findings;
}

/** The line (from 1) of a post's text on which its front matter sets `slug`; 1 where it does not. */
export function slugLineIn(source: string): number {
  return source.split('\n').findIndex((text) => /^slug\s*:/i.test(text)) + 1 || 1;
}

function duplicate(post: PostHead, other: string, line: number): Diagnostic {
  const message = `The page would have the same address ${other}: \`${post.url}\`.`;
  const hint = 'Give one of them another `slug` in its front matter, or rename it.';
  return diagnostic('slug-duplicate', pointAt(post.path, line), message, hint);
}
