import { h } from 'hastscript';
import { ownFolders } from '../../lib/own-addresses.ts';
import type { Frame, Page } from '../frame.ts';

/** The page that a server shows for an address that does not exist. */
export function notFoundPage(frame: Frame): Page {
  return {
    url: '',
    title: 'Page not found',
    description: '',
    // As posts are: it lists nothing, and with the address of the first page it would have a title without the site's.
    kind: 'article',
    picture: null,
    published: null,
    modified: null,
    content: [
      h('header.page-header', [
        h('h1', 'Page not found'),
        h('p.lede', 'There is no page at this address. It may have moved, or the link has a slip.'),
      ]),
      h('p', [
        h('a', { href: frame.hrefOf('', '') }, 'Go to the first page'),
        ', or look through ',
        h('a', { href: frame.hrefOf('', ownFolders.archive) }, 'all posts'),
        '.',
      ]),
    ],
  };
}
