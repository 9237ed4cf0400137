import type { Element } from 'hast';
import { h } from 'hastscript';
import { encodePart } from '../../lib/encode-part.ts';
import type { Heading } from '../../markdown/headings.ts';
import { contentOf } from '../content-of.ts';
import type { Frame, Page, ProgramHead } from '../frame.ts';
import type { PageData } from '../page-data.ts';
import { postLinkedData } from '../programs/linked-data.ts';
import { twinFile } from '../programs/markdown-twin.ts';
import { postFooter } from './post-footer.ts';
import { postHeader } from './post-header.ts';

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
    modified: data.modified,
    head: programHead(data, frame),
    content: [
      h(`article.post${hasContents ? '.with-contents' : ''}`, [
        postHeader(data, frame),
        hasContents ? contents(data.headings) : null,
        h('div.prose', contentOf(data.body)),
        postFooter(data, frame),
      ]),
    ],
  };
}

function programHead(data: PageData, { config }: Frame): ProgramHead {
  const { frontMatter, url } = data.post;
  const { baseUrl } = config;
  return {
    canonicalUrl: frontMatter.canonicalUrl,
    noIndex: frontMatter.noIndex,
    twin: `${url}${twinFile}`,
    linkedData: baseUrl ? postLinkedData(data, { ...config, baseUrl }) : [],
    pictureAlt: data.cover?.alt ?? '',
  };
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
