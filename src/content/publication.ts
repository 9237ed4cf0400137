import { timeOfDate } from '../lib/date-time.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { FrontMatter, PostHead } from '../model/site.ts';

/** Why a post is not shown. `until` and `since` are dates as the author wrote them. */
export type Withheld =
  | { kind: 'draft' }
  | { kind: 'future'; until: string }
  | { kind: 'expired'; since: string };

/** Why a post is not shown at a moment; null when it is. A date without a zone is UTC. */
export function withheldAt(
  { draft, date, publishDate, expiryDate }: FrontMatter,
  now: Date,
): Withheld | null {
  if (draft) return { kind: 'draft' };
  if (expiryDate !== null && timeOfDate(expiryDate) <= now.getTime())
    return { kind: 'expired', since: expiryDate };
  const from = publishDate ?? date;
  return from !== null && timeOfDate(from) > now.getTime() ? { kind: 'future', until: from } : null;
}

/** The end of a sentence about a post that is not shown. */
export function withheldWords(withheld: Withheld): string {
  if (withheld.kind === 'draft') return 'is a draft';
  if (withheld.kind === 'expired') return `has not been shown since ${withheld.since}`;
  return `is not shown before ${withheld.until}`;
}

/** A note for each post that is left out because of its dates; an author knows of drafts. */
export function withheldNotes(posts: readonly PostHead[], now: Date): Diagnostic[] {
  return posts.flatMap((post) => {
    const withheld = withheldAt(post.frontMatter, now);
    if (withheld === null || withheld.kind === 'draft') return [];
    const message = `The post ${withheldWords(withheld)}, and is left out.`;
    return [diagnostic('post-withheld', pointAt(post.path), message, 'With --drafts it is put in.')];
  });
}
