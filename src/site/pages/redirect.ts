import type { Root } from 'hast';
import { h } from 'hastscript';

/** A page at a former address that sends its reader on. */
export function redirectPage(to: { href: string; title: string; canonical: string | null }): Root {
  const { href, title, canonical } = to;
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'" }),
          h('title', title),
          h('meta', { httpEquiv: 'refresh', content: `0; url=${href}` }),
          canonical ? h('link', { rel: 'canonical', href: canonical }) : null,
        ]),
        h('body', h('p', ['This page has moved: ', h('a', { href }, title)])),
      ]),
    ],
  };
}
