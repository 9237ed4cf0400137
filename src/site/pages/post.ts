import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { encodePart } from '../../lib/encode-part.ts';
import type { Heading } from '../../markdown/headings.ts';
import { contentOf } from '../content-of.ts';
import { timeElement } from '../dates.ts';
import type { Frame, Page } from '../layout.ts';
import type { PageData, PageLink } from '../page-data.ts';
import { proofSummary } from '../proof-summary.ts';
import { statusAddress, statusAnchor } from './status.ts';
import { termAddress } from './taxonomy.ts';

/** A post's page: what it is and how it stands, the contents, the text, and the way on. */
export function postPage(data: PageData, frame: Frame): Page {
  const { frontMatter, url } = data.post;
  const hasContents = frontMatter.showToc && outline(data.headings).length > 2;
  return {
    url,
    title: frontMatter.title,
    description: frontMatter.description || frontMatter.summary,
    kind: 'article',
    picture: data.cover?.path ?? null,
    published: frontMatter.date,
    modified: frontMatter.lastmod,
    content: [
      h(`article.post${hasContents ? '.with-contents' : ''}`, [
        header(data, frame),
        hasContents ? contents(data.headings) : null,
        h('div.prose', contentOf(data.body)),
        footer(data, frame),
      ]),
    ],
  };
}

function header(data: PageData, frame: Frame): Element {
  const { frontMatter } = data.post;
  return h('header.post-header', [
    breadcrumbs(data, frame),
    h('h1', frontMatter.title),
    frontMatter.description ? h('p.lede', frontMatter.description) : null,
    h('p.facts', facts(data)),
    proofSummary(data.proof, frame.hrefOf(data.post.url, statusAddress, statusAnchor(data.post.url))),
    data.cover && !frontMatter.cover?.hidden ? cover(data, frame) : null,
  ]);
}

function facts({ post, minutes }: PageData): (Element | null)[] {
  const { date, lastmod, authors, level, prerequisites, draft } = post.frontMatter;
  return [
    draft ? h('span.draft', 'Draft') : null,
    authors.length > 0 ? h('span', `By ${authors.join(', ')}`) : null,
    date ? h('span', timeElement(date)) : null,
    lastmod && lastmod.slice(0, 10) !== date?.slice(0, 10)
      ? h('span', ['Changed ', timeElement(lastmod)])
      : null,
    h('span', `${minutes} min to read`),
    level ? h('span', level) : null,
    prerequisites.length > 0 ? h('span', `You need: ${prerequisites.join(', ')}`) : null,
  ];
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

function cover({ cover: data, post }: PageData, { hrefOf }: Frame): Element | null {
  if (!data) return null;
  const size = data.width && data.height ? { width: data.width, height: data.height } : {};
  return h('figure.cover', [
    h('img', { src: hrefOf(post.url, data.path), alt: data.alt, ...size, decoding: 'async' }),
    data.caption ? h('figcaption', data.caption) : null,
  ]);
}

// Closed, so that it never fills a small screen; where there is room, the style sheet opens it beside the text.
function contents(headings: readonly Heading[]): Element {
  return h('details.contents', [
    h('summary', 'On this page'),
    h('nav', { ariaLabel: 'On this page' }, nested(outline(headings))),
  ]);
}

function outline(headings: readonly Heading[]): Heading[] {
  return headings.filter(({ depth }) => depth === 2 || depth === 3);
}

function nested(headings: readonly Heading[]): Element {
  const items: Element[] = [];
  for (const { id, text, depth } of headings) {
    const item = h('li', h('a', { href: `#${encodePart(id)}` }, text));
    const parent = depth === 3 ? items.at(-1) : undefined;
    const list = parent?.children.find((child) => child.type === 'element' && child.tagName === 'ul');
    if (!parent) items.push(item);
    else if (list?.type === 'element') list.children.push(item);
    else parent.children.push(h('ul', item));
  }
  return h('ul', items);
}

function footer(data: PageData, frame: Frame): Element {
  const { post } = data;
  return h('footer.post-footer', [
    tags(post.frontMatter.tags, post.url, frame),
    data.series ? wayOn(data, frame) : null,
  ]);
}

function tags(names: readonly string[], from: string, { hrefOf }: Frame): Element | null {
  if (names.length === 0) return null;
  const links = names.map((name) => h('li', h('a', { href: hrefOf(from, termAddress('tags', name)) }, name)));
  return h('nav', { ariaLabel: 'Tags' }, h('ul.tags', links));
}

function wayOn({ post, series }: PageData, { hrefOf }: Frame): Element | null {
  if (!series) return null;
  const { previous, next } = series;
  const planned = next ? null : series.planned;
  if (!previous && !next && !planned) return null;
  const link = (label: string, to: PageLink): ElementContent[] => [
    h('span', label),
    h('a', { href: hrefOf(post.url, to.url), rel: label === 'Next' ? 'next' : 'prev' }, to.title),
  ];
  return h('nav.way-on', { ariaLabel: 'Series' }, [
    previous ? h('p.previous', link('Previous', previous)) : null,
    next ? h('p.next', link('Next', next)) : null,
    planned ? h('p.next', [h('span', 'Next, planned'), h('b', planned.title)]) : null,
  ]);
}
