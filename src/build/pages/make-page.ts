import type { Element } from 'hast';
import type { LinkKind } from '../../content/links/link-index.ts';
import type { Body } from '../../markdown/body.ts';
import { renderBody } from '../../markdown/render-body.ts';
import { walkElements } from '../../markdown/walk.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Proof } from '../../model/proof.ts';
import type { LinkTarget } from '../../model/site.ts';
import { feedText } from '../../site/feeds/feed-text.ts';
import { absoluteHref, relativeHref } from '../../site/href.ts';
import type { PageData } from '../../site/page-data.ts';
import { markdownTwin } from '../../site/programs/markdown-twin.ts';
import { postProof } from '../../site/proof/post-proof.ts';
import { minutesToRead } from '../../site/reading-time.ts';
import { renderPost } from '../../site/render-post.ts';
import { passagesOf } from '../../site/search/passages.ts';
import { searchEntry } from '../../site/search/search-entry.ts';
import { keepFiles } from '../kept/kept-pages.ts';
import type { OpenedSource } from '../sources/opened-source.ts';
import type { SiteWorld } from '../sources/site-world.ts';
import { blockExtras } from './block-extras.ts';
import { followCover } from './follow-cover.ts';
import { pageFindings } from './page-findings.ts';
import type { FollowedLink, PageRecord } from './page-record.ts';

/** What the page of a post depends on besides the post. */
export interface MakeOptions {
  world: SiteWorld;
  /** Digest of all that the page depends on, but for its links: see `pageKey`. */
  key: string;
  now: Date;
  /** Loads what was recorded of the post's last run. */
  loadProof(): Promise<{ proof: Proof | null; findings: Diagnostic[] }>;
  /** Where the page is kept; null: in memory. */
  folder: string | null;
}

/** Makes the page of a post, or the part of a page that a section is, and says what it was made from. */
export async function makePage(source: OpenedSource, options: MakeOptions): Promise<PageRecord> {
  const { world } = options;
  const read = await source.read();
  const { post, root, plan, body } = read;
  const links: FollowedLink[] = [];
  const follow = (url: string, kind: LinkKind): LinkTarget => {
    const target = world.resolve(url, { post, root, kind });
    if (target.kind !== 'external') links.push({ url, kind, target });
    return target;
  };
  const toAnchors = anchorsIn(body);
  await world.withIds(() => toAnchors.map((url) => world.resolve(url, { post, root, kind: 'link' })));
  const { proof: recorded, findings: unread } = await options.loadProof();
  const proof = postProof(plan.blocks, recorded, options.now);
  const rendered = await renderBody(body, {
    path: post.path,
    source: post.source,
    resolve: follow,
    hrefOf: (target, anchor) => relativeHref(post.url, target, anchor),
    extrasOf: blockExtras(plan, proof),
  });
  const cover = followCover(read, rendered, follow);
  const { blocks: _blocks, ...proofSummary } = proof;
  const search = searchEntry(post, passagesOf(rendered.tree));
  const around = world.around(post);
  const { config } = world.frame;
  const summary: PageRecord['summary'] = {
    minutes: minutesToRead(body),
    proof: proofSummary,
    cover,
    files: rendered.files,
    search: search.entry,
    feedText: around.isInFeeds ? feedText(rendered.tree, absoluteHref(config.baseUrl ?? '', post.url)) : null,
  };
  const data: PageData = {
    ...summary,
    headings: body.headings,
    searchText: search.text,
    twin: markdownTwin(
      { post, source: post.source, codes: body.codes, proof, ...rendered, ...around },
      config,
    ),
    post,
    proof,
    body: rendered.tree,
    ...around,
  };
  return {
    key: options.key,
    links,
    findings: [...pageFindings(read, rendered), ...unread],
    summary,
    ...(source.isSection
      ? { body: rendered.tree, files: [] }
      : { body: null, files: keepFiles(renderPost(data, world.frame), options.folder) }),
  };
}

function anchorsIn(body: Body): string[] {
  const urls: string[] = [];
  walkElements(body.tree, ({ tagName, properties }: Element) => {
    if (tagName === 'a' && typeof properties.href === 'string' && properties.href.includes('#'))
      urls.push(properties.href);
    return undefined;
  });
  return urls;
}
