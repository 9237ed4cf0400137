import type { PostHead } from '../model/site.ts';

/** Another page, as links show it. */
export interface PageLink {
  url: string;
  title: string;
}

/** A link to a post; null without one. */
export function linkTo(post: PostHead | undefined): PageLink | null {
  return post ? { url: post.url, title: post.frontMatter.title } : null;
}
