import type { Element } from 'hast';
import { h } from 'hastscript';
import { ownFolders } from '../../lib/own-addresses.ts';
import { timeElement } from '../dates.ts';
import type { Frame } from '../frame.ts';
import type { PageData } from '../page-data.ts';
import { proofSummary } from '../proof/proof-summary.ts';
import { differencesAnchor, statusAnchor } from './status.ts';

/** What stands above a post's text: where it belongs, title, facts, proof and cover. */
export function postHeader(data: PageData, frame: Frame): Element {
  const { frontMatter, url } = data.post;
  return h('header.post-header', [
    frontMatter.showBreadcrumbs ? breadcrumbs(data, frame) : null,
    h('h1', frontMatter.title),
    frontMatter.description ? h('p.lede', frontMatter.description) : null,
    h('p.facts', [...facts(data), ...needs(data)]),
    proofSummary(data.proof, {
      post: frame.hrefOf(url, ownFolders.status, statusAnchor(url)),
      differences: frame.hrefOf(url, ownFolders.status, differencesAnchor(url)),
    }),
    data.cover && !frontMatter.cover?.hidden ? cover(data, frame) : null,
  ]);
}

function breadcrumbs({ post, series }: PageData, { hrefOf }: Frame): Element {
  const home = h('li', h('a', { href: hrefOf(post.url, '') }, 'Home'));
  const place = series && series.parts > 1 ? `Part ${series.part} of ${series.parts}` : null;
  return h('nav.breadcrumbs', { ariaLabel: 'Breadcrumbs' }, [
    h('ol', [
      home,
      series ? h('li', h('a', { href: hrefOf(post.url, series.url) }, series.title)) : null,
      place ? h('li', h('span', { ariaCurrent: 'page' }, place)) : null,
    ]),
  ]);
}

function facts({ post, minutes, modified }: PageData): (Element | null)[] {
  const { date, authors, draft, hideMeta, showReadingTime } = post.frontMatter;
  const mark = draft ? h('span.draft', 'Draft') : null;
  if (hideMeta) return [mark];
  const isChanged = modified !== null && modified.slice(0, 10) !== date?.slice(0, 10);
  return [
    mark,
    authors.length > 0 ? h('span', `By ${authors.join(', ')}`) : null,
    date ? h('span', timeElement(date)) : null,
    isChanged ? h('span', ['Changed ', timeElement(modified)]) : null,
    showReadingTime ? h('span', `${minutes} min to read`) : null,
  ];
}

function needs({ post }: PageData): (Element | null)[] {
  const { level, prerequisites } = post.frontMatter;
  return [
    level ? h('span', level) : null,
    prerequisites.length > 0 ? h('span', `You need: ${prerequisites.join(', ')}`) : null,
  ];
}

function cover({ cover: data, post }: PageData, { hrefOf }: Frame): Element | null {
  if (!data) return null;
  const size = data.width && data.height ? { width: data.width, height: data.height } : {};
  return h('figure.cover', [
    h('img', { src: hrefOf(post.url, data.path), alt: data.alt, ...size, decoding: 'async' }),
    data.caption ? h('figcaption', data.caption) : null,
  ]);
}
