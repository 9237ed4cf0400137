import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Frame, Page } from '../frame.ts';

/** What stands on a page that lists something. */
export interface ListPageParts {
  url: string;
  title: string;
  description: string;
  /** Below the breadcrumbs: the title and what belongs to it. */
  header: (ElementContent | null)[];
  /** Pages between the first one and this. */
  above: readonly { title: string; url: string }[];
  content: readonly ElementContent[];
}

/** A page that lists others: the way to it, its title, the list. */
export function listPage(parts: ListPageParts, { hrefOf }: Frame): Page {
  const { url, title, description, header, above, content } = parts;
  const trail = [{ title: 'Home', url: '' }, ...above];
  const steps = trail.map((step) => h('li', h('a', { href: hrefOf(url, step.url) }, step.title)));
  return {
    url,
    title,
    description,
    kind: 'website',
    picture: null,
    published: null,
    modified: null,
    content: [
      h('header.page-header', [
        h('nav.breadcrumbs', { ariaLabel: 'Breadcrumbs' }, h('ol', steps)),
        ...header,
      ]),
      ...content,
    ],
  };
}
