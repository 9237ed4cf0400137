import type { FrontMatter, SiteConfig } from '../model/site.ts';

/** Who wrote a post: as it says itself, else the site's author; empty where nobody says. */
export function authorsOf(
  { authors }: Pick<FrontMatter, 'authors'>,
  { author }: Pick<SiteConfig, 'author'>,
): string[] {
  if (authors.length > 0) return authors;
  return author ? [author] : [];
}
