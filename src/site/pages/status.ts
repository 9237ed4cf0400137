import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import { engineSeries } from '../../lib/engine-series.ts';
import { groupBy } from '../../lib/group-by.ts';
import { grouped } from '../../lib/grouped.ts';
import { ownFiles, ownFolders } from '../../lib/own-addresses.ts';
import type {
  BlockLink,
  PostStatus,
  ProofState,
  SiteStatus,
  UnprovenBlock,
} from '../../model/site-status.ts';
import { timeElement } from '../dates.ts';
import type { Frame, Page } from '../frame.ts';
import type { SiteData } from '../page-data.ts';
import { worstFirst } from '../proof/block-state.ts';
import { symbolOf } from '../proof/proof-summary.ts';
import { unprovenReason } from '../proof/unproven-reason.ts';
import { listPage } from './list-page.ts';

// A list of every block of a large site would be no overview; the post's own page has them all.
const mostBlocks = 8;

/** Id of a post on the status page: its address, each sign that an id may not hold as `_` and its code. */
export function statusAnchor(postUrl: string): string {
  return `Post-${coded(postUrl)}`;
}

/** Id of what the status page says about where engines differ in a post. */
export function differencesAnchor(postUrl: string): string {
  return `Engines-${coded(postUrl)}`;
}

function coded(postUrl: string): string {
  return postUrl.slice(0, -1).replace(/[^\p{L}\p{N}-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}`);
}

/** What the status page shows. */
export interface StatusData {
  status: SiteStatus;
  /** Replays that are old: address of the post, version of the engine. */
  old: { url: string; engine: string }[];
}

/** What the page shows: of posts that were never run, no blocks. */
export function shownStatus(status: SiteStatus, pages: SiteData['posts']): StatusData {
  const old = pages.flatMap(({ post, proof }) =>
    proof.engines.filter((run) => run.isOld).map((run) => ({ url: post.url, engine: run.version })),
  );
  const posts = status.posts.map((post) => (isOpen(post) ? post : { ...post, unproven: [] }));
  return { status: { ...status, posts }, old };
}

/** What is proven on which engine and since when, and what is not, and why; each with the way to its block. */
export function statusPage({ status, old }: StatusData, frame: Frame): Page {
  const open = status.posts.filter(isOpen);
  const differing = status.posts.filter((post) => post.differing.length > 0);
  const never = status.posts.filter(({ state, proofs }) => state !== 'none' && proofs.length === 0).length;
  return listPage(
    {
      url: ownFolders.status,
      title: 'Status',
      description: `What is proven in ${status.title}, on which version of Docker, since when, and what is not.`,
      header: [h('h1', 'Status'), h('p.lede', overview(status))],
      above: [],
      content: [
        table(status, old, frame),
        ...(open.length + never > 0 ? [h('h2.status-heading', 'Not proven, and why')] : []),
        ...(never > 0 ? [h('p', `${countOf(never, 'post was', 'posts were')} never verified yet.`)] : []),
        ...open.map((post) => openPost(post, frame)),
        ...(differing.length > 0 ? [h('h2.status-heading', 'Where engines differ')] : []),
        ...differing.map((post) => differingPost(post, frame)),
        forPrograms(frame),
      ],
    },
    frame,
  );
}

// Of a post that was never run, its row says all there is to say.
function isOpen({ unproven, proofs }: PostStatus): boolean {
  return unproven.length > 0 && proofs.length > 0;
}

function overview({ summary }: SiteStatus): string {
  const { passed, total } = summary.commands;
  const where = `in ${countOf(summary.posts, 'post')}`;
  return `${grouped(passed)} of ${countOf(total, 'command')} ${where} proven.`;
}

function table({ engines, posts, oldAfterDays }: SiteStatus, old: StatusData['old'], frame: Frame): Element {
  const series = [...new Set(engines.map(engineSeries))];
  const columns = series.length > 0 ? series : [null];
  const head = columns.map((engine) =>
    h('th', { scope: 'col' }, engine === null ? 'Proof' : `Docker ${engine}`),
  );
  return h('div.status-table', { role: 'region', ariaLabel: 'Posts and engines', tabIndex: 0 }, [
    h('table', [
      h('caption', `Commands proven on each engine. After ${oldAfterDays} days a proof is old.`),
      h('thead', h('tr', [h('th', { scope: 'col' }, 'Post'), ...head])),
      h(
        'tbody',
        posts.map((post) => row(post, { columns, old, frame })),
      ),
    ]),
  ]);
}

interface RowOptions {
  /** Engine series. */
  columns: readonly (string | null)[];
  old: StatusData['old'];
  frame: Frame;
}

function row(post: PostStatus, { columns, old, frame }: RowOptions): Element {
  const name = h('a', { href: frame.hrefOf(ownFolders.status, post.url) }, post.title);
  const id = isOpen(post) ? null : statusAnchor(post.url);
  const cells = columns.map((series) => cell(post, series, old));
  return h('tr', { id }, [h('th', { scope: 'row' }, name), ...cells]);
}

function cell(post: PostStatus, series: string | null, old: StatusData['old']): Element {
  if (post.state === 'none') return h('td', 'Nothing to run');
  const proof = post.proofs.find(({ engine }) => engineSeries(engine) === series);
  if (!proof) return h('td', [h('span.state', { dataState: 'unproven' }, [symbolOf('unproven'), 'Not run'])]);
  const { passed, total } = proof.commands;
  const state = worstFirst.find((one) => proof.commands[one] > 0) ?? 'skipped';
  const isOld = old.some(({ url, engine }) => url === post.url && engine === proof.engine);
  return h('td', [
    h('span.state', { dataState: state }, [symbolOf(state), `${passed} of ${total}`]),
    h('span.when', [timeElement(proof.recordedAt), isOld ? ', old' : '']),
  ]);
}

function openPost(post: PostStatus, frame: Frame): Element {
  const groups = groupBy(post.unproven, (block) => unprovenReason(block, post.proofs.length));
  return h('section.open-post', { id: statusAnchor(post.url) }, [
    h('h3', h('a', { href: frame.hrefOf(ownFolders.status, post.url) }, post.title)),
    h(
      'ul',
      [...groups].map(([reason, blocks]) => h('li', reasonLine(post, reason, blocks, frame))),
    ),
  ]);
}

function reasonLine(
  post: PostStatus,
  reason: string,
  blocks: readonly UnprovenBlock[],
  frame: Frame,
): ElementContent[] {
  const state: ProofState = blocks[0]?.state ?? 'unproven';
  return [h('p.state', { dataState: state }, [symbolOf(state), reason]), blockLinks(post, blocks, frame)];
}

function differingPost(post: PostStatus, frame: Frame): Element {
  return h('section.open-post', { id: differencesAnchor(post.url) }, [
    h('h3', h('a', { href: frame.hrefOf(ownFolders.status, post.url) }, post.title)),
    blockLinks(post, post.differing, frame),
  ]);
}

function blockLinks(post: PostStatus, blocks: readonly BlockLink[], frame: Frame): Element {
  const rest = blocks.length - mostBlocks;
  const links = blocks.slice(0, mostBlocks).map((block) => h('li', blockLink(post, block, frame)));
  return h('ul.blocks', [...links, rest > 0 ? h('li', `and ${rest} more`) : null]);
}

function blockLink(post: PostStatus, block: BlockLink, { hrefOf }: Frame): Element {
  const href = hrefOf(ownFolders.status, post.url, block.anchor);
  const [first = ''] = block.text.split('\n');
  const isWords = first === '';
  return h('a', { href }, isWords ? `Line ${block.line} (${block.kind})` : h('code', first));
}

function forPrograms({ hrefOf }: Frame): Element {
  return h('p.status-note', [
    'For programs: ',
    h('a', { href: hrefOf(ownFolders.status, ownFiles.status) }, 'status.json'),
    ', and a badge for a README: ',
    h('a', { href: hrefOf(ownFolders.status, ownFiles.badge) }, 'badge.svg'),
    ' (each post has its own beside its page).',
  ]);
}
