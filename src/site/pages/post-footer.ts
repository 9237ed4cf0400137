import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Frame } from '../frame.ts';
import type { PageData } from '../page-data.ts';
import type { PageLink } from '../page-link.ts';
import { termAddress } from './taxonomy.ts';

/** What stands below a post's text: its tags, where to edit it, and the way on. */
export function postFooter(data: PageData, frame: Frame): Element {
  const { post, edit } = data;
  return h('footer.post-footer', [
    tags(post.frontMatter.tags, post.url, frame),
    edit ? h('p.edit', h('a', { href: edit }, 'Edit this page')) : null,
    post.frontMatter.showPostNavLinks ? wayOn(data, frame) : null,
  ]);
}

function tags(names: readonly string[], from: string, { hrefOf }: Frame): Element | null {
  if (names.length === 0) return null;
  const links = names.map((name) => h('li', h('a', { href: hrefOf(from, termAddress('tags', name)) }, name)));
  return h('nav', { ariaLabel: 'Tags' }, h('ul.tags', links));
}

function wayOn({ post, series, older, newer }: PageData, { hrefOf }: Frame): Element | null {
  const link = (label: string, to: PageLink, rel: 'prev' | 'next'): ElementContent[] => [
    h('span', label),
    h('a', { href: hrefOf(post.url, to.url), rel }, to.title),
  ];
  const [before, after] = series ? [series.previous, series.next] : [older, newer];
  const planned = series && !after ? series.planned : null;
  if (!before && !after && !planned) return null;
  const [previous, next] = series ? ['Previous', 'Next'] : ['Older', 'Newer'];
  return h('nav.way-on', { ariaLabel: series ? 'Series' : 'Other posts' }, [
    before ? h('p.previous', link(previous, before, 'prev')) : null,
    after ? h('p.next', link(next, after, 'next')) : null,
    planned ? h('p.next', [h('span', 'Next, planned'), h('b', planned.title)]) : null,
  ]);
}
