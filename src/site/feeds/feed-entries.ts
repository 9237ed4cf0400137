import { isoTime, timeOfDate } from '../../lib/date-time.ts';
import type { PostHead, SiteConfig } from '../../model/site.ts';
import { authorsOf } from '../authors-of.ts';
import { absoluteHref } from '../href.ts';
import type { PageSummary } from '../page-data.ts';

/** What all formats of a feed say of a post. */
export interface FeedEntry {
  /** Full address; it is the entry's id too. */
  url: string;
  title: string;
  summary: string;
  /** The text as HTML; its links are full addresses. */
  content: string;
  authors: string[];
  tags: string[];
  /** ISO 8601, UTC. */
  published: string;
  updated: string;
}

/** What a feed of any format is made from. */
export interface Feed {
  config: SiteConfig & { baseUrl: string };
  /** The newest first. */
  entries: FeedEntry[];
  /** When any of them was last changed; null without entries. */
  updated: string | null;
}

/** Posts whose full text the feeds hold: the newest ones that have a date; none where there are no feeds. */
export function postsInFeeds(posts: readonly PostHead[], { feedPosts, baseUrl }: SiteConfig): PostHead[] {
  if (baseUrl === null) return [];
  const dated = posts.filter(({ frontMatter }) => frontMatter.date !== null);
  return dated.toSorted(byTime).slice(0, feedPosts);
}

/** The feed of a site: the posts whose full text was kept for it. Its times are those of the posts, so that two builds make the same one. */
export function feedOf(config: Feed['config'], pages: readonly PageSummary[]): Feed {
  const sorted = pages.toSorted((a, b) => byTime(a.post, b.post));
  const entries = sorted.flatMap((page) =>
    page.feedText === null ? [] : [entryOf(page, page.feedText, config)],
  );
  const updated = entries.map((entry) => entry.updated).sort();
  return { config, entries, updated: updated.at(-1) ?? null };
}

function entryOf({ post, modified }: PageSummary, content: string, config: Feed['config']): FeedEntry {
  const { title, summary, description, tags, date } = post.frontMatter;
  const names = authorsOf(post.frontMatter, config);
  const published = isoTime(date ?? '1970-01-01');
  const changed = modified === null ? published : isoTime(modified);
  return {
    url: absoluteHref(config.baseUrl, post.url),
    title,
    summary: summary || description,
    content,
    // Atom feeds must name somebody (RFC 4287, section 4.1.1); the feed as a whole does it in the same way.
    authors: names.length > 0 ? names : [config.title],
    tags,
    published,
    updated: changed > published ? changed : published,
  };
}

function byTime(a: PostHead, b: PostHead): number {
  return timeOf(b) - timeOf(a) || (a.url < b.url ? -1 : 1);
}

function timeOf({ frontMatter }: PostHead): number {
  return timeOfDate(frontMatter.date ?? '');
}
