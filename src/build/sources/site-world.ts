import { shownPath } from '../../content/content-names.ts';
import type { LinkIndex, LinkKind } from '../../content/links/link-index.ts';
import { resolveLink } from '../../content/links.ts';
import { isOwnFile } from '../../content/own-file.ts';
import { withheldAt } from '../../content/publication.ts';
import type { LinkTarget, PostHead, Series, SiteConfig } from '../../model/site.ts';
import { editAddress } from '../../site/edit-address.ts';
import { postsInFeeds } from '../../site/feeds/feed-entries.ts';
import type { Frame } from '../../site/frame.ts';
import { makeFrame } from '../../site/layout.ts';
import { neighboursIn } from '../../site/lists/neighbours.ts';
import { placesIn, type Surroundings } from '../../site/page-data.ts';
import type { SharedFiles } from '../../site/shared-files.ts';
import { digestOfData } from '../kept/digest-of-data.ts';
import type { FileDigests } from '../kept/file-digests.ts';
import type { LastChange } from './last-changes.ts';
import type { OpenedSource } from './opened-source.ts';

/** What a page of the site can depend on besides its own text. */
export interface SiteWorld {
  frame: Frame;
  /** Digest of `frame` and of whether drafts belong to the site. */
  frameDigest: string;
  /** What the page of a post shows of the site around it. */
  around(post: PostHead): Surroundings;
  /** Where a link of a post leads. */
  resolve(url: string, from: { post: PostHead; root: string; kind: LinkKind }): LinkTarget;
  /** Does something that follows links; once more if ids of pages are needed for it that were not known yet. */
  withIds<T>(follow: () => T): Promise<T>;
}

/** What a world is made from. */
export interface WorldParts {
  config: SiteConfig;
  /** The posts of the site. */
  published: readonly PostHead[];
  series: readonly Series[];
  drafts: boolean;
  now: Date;
  lastChange: LastChange;
  shared: SharedFiles;
  digests: FileDigests;
  /** All posts and sections; with posts that are left out, so that links to them can be explained. */
  sources: readonly OpenedSource[];
}

/** Puts together what pages depend on. */
export function siteWorld({ config, series, shared, ...parts }: WorldParts): SiteWorld {
  const byFile = new Map(parts.sources.map((source) => [source.record.post.file, source]));
  const wanted = new Set<PostHead>();
  const index: LinkIndex = {
    posts: parts.sources.filter(({ isSection }) => !isSection).map(({ record }) => record.post),
    series,
    idsOf: (post) => {
      const ids = byFile.get(post.file)?.record.ids ?? null;
      if (ids === null) wanted.add(post);
      return setOf(ids ?? []);
    },
    basePath: basePathOf(config),
    withheld: ({ frontMatter }) => (parts.drafts ? null : withheldAt(frontMatter, parts.now)),
    isFile: (file, folder) => parts.digests.isFile(file) && isOwnFile(file, folder),
    sizeOf: (file) => parts.digests.sizeOf(file),
  };
  const frame = makeFrame({ config, ...shared });
  return {
    frame,
    frameDigest: digestOfData([frame, parts.drafts]),
    around: surroundings({ config, series, ...parts }),
    resolve: (url, from) => resolveLink(url, from, index),
    withIds: async (follow) => {
      for (;;) {
        const result = follow();
        if (wanted.size === 0) return result;
        for (const { file } of wanted) await byFile.get(file)?.read();
        wanted.clear();
      }
    },
  };
}

// Asked for with every link: a page may have thousands of them to itself.
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function setOf(ids: readonly string[]): ReadonlySet<string> {
  const known = sets.get(ids) ?? new Set(ids);
  sets.set(ids, known);
  return known;
}

function surroundings({
  config,
  series,
  published,
  sources,
  lastChange,
}: Pick<WorldParts, 'config' | 'series' | 'published' | 'sources' | 'lastChange'>): SiteWorld['around'] {
  // A post of two series is shown as a part of the first.
  const places = new Map(series.toReversed().flatMap((each) => [...placesIn(each)]));
  const neighbours = neighboursIn(published.filter(({ url }) => !places.has(url)));
  const inFeeds = new Set(postsInFeeds(published, config).map(({ url }) => url));
  const roots = new Map(sources.map(({ record }) => [record.post.file, record.root]));
  return (post) => {
    const sourcePath = shownPath(post.file, roots.get(post.file) ?? '');
    return {
      series: places.get(post.url) ?? null,
      ...(neighbours.get(post.url) ?? { older: null, newer: null }),
      modified: lastChange(post),
      isInFeeds: inFeeds.has(post.url),
      sourcePath,
      edit: editAddress(config, post.frontMatter, sourcePath),
    };
  };
}

/** Where a site lies on its host: begins and ends with `/`. */
export function basePathOf({ baseUrl }: SiteConfig): string {
  return baseUrl ? new URL(baseUrl).pathname : '/';
}
