import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { ownFiles, ownFolders } from '../lib/own-addresses.ts';
import type { SiteConfig } from '../model/site.ts';
import type { Frame, Page } from './frame.ts';
import { relativeHref } from './href.ts';
import { programHead } from './programs/program-head.ts';
import { readerTools } from './reader-tools.ts';
import type { SharedAddresses } from './shared-files.ts';

// Nothing inline and nothing from another host: neither a mistake here nor HTML in a post can run a script.
// `connect-src` is for checkers that ask for robots.txt from within the page; no script here connects to anything.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** A whole page: head, header, the content in `main`, footer. */
export function layout(page: Page, frame: Frame): Root {
  const language = frame.config.language;
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: language }, [
        h('head', head(page, frame)),
        h('body', [
          h('a.skip', { href: '#main' }, 'Skip to the content'),
          header(page, frame),
          h('main', { id: 'main' }, page.content),
          footer(page, frame),
        ]),
      ]),
    ],
  };
}

function head(page: Page, frame: Frame): (Element | null)[] {
  const { config, styles, listStyles, script, favicon, hrefOf } = frame;
  const isHome = page.url === '' && page.kind === 'website';
  const title = isHome || page.title === config.title ? page.title : `${page.title} · ${config.title}`;
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('title', title),
    page.description ? h('meta', { name: 'description', content: page.description }) : null,
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    // Before the script: Chromium looks no further ahead in a page with a policy, and would ask for one after the other.
    h('link', { rel: 'stylesheet', href: hrefOf(page.url, page.kind === 'website' ? listStyles : styles) }),
    // Not deferred, so that the chosen colours hold at the first paint.
    h('script', { src: hrefOf(page.url, script) }),
    h('link', { rel: 'icon', type: 'image/svg+xml', href: hrefOf(page.url, favicon) }),
    ...programHead(page, frame),
  ];
}

function header(page: Page, frame: Frame): Element {
  const { config, hrefOf } = frame;
  const links = config.navigation.map(({ title, url }) => {
    const isCurrent = url.replace(/^\//, '') === page.url && url !== '' && !isNotFound(page);
    return h(
      'li',
      h('a', { href: navigationHref(page, url, hrefOf), ariaCurrent: isCurrent ? 'page' : null }, title),
    );
  });
  return h('header.site-header', [
    h('a.brand', { href: hrefOf(page.url, '') }, [loadLine(), h('span', config.title)]),
    links.length > 0 ? h('nav', { ariaLabel: 'Site' }, h('ul', links)) : null,
    readerTools(page.url, frame),
  ]);
}

function navigationHref(page: Page, url: string, hrefOf: Frame['hrefOf']): string {
  if (url.includes(':')) return url;
  const target = url.replace(/^\//, '').replace(/index\.html$/, '');
  return hrefOf(
    page.url,
    target === '' || target.endsWith('/') || /\.\w+$/.test(target) ? target : `${target}/`,
  );
}

// The load line of a ship (Plimsoll mark): how deep she may lie in the water and still be seaworthy.
function loadLine(): Element {
  return h('svg.load-line', { viewBox: '0 0 32 32', width: 26, height: 26, ariaHidden: 'true' }, [
    h('circle', { cx: 16, cy: 16, r: 9.5 }),
    h('path', { d: 'M1.5 16h29' }),
  ]);
}

function footer(page: Page, { config, hasFeed, hrefOf }: Frame): Element {
  return h('footer.site-footer', [
    h('p', [
      config.author ? `${config.title} by ${config.author}. ` : `${config.title}. `,
      config.footer ? `${config.footer} ` : '',
      ...license(config),
      'Commands marked as proven were run on a fresh machine with a real Docker Engine.',
    ]),
    h('ul', [
      h('li', h('a', { href: hrefOf(page.url, ownFolders.status) }, 'Status')),
      hasFeed ? h('li', h('a', { href: hrefOf(page.url, ownFiles.rss) }, 'RSS feed')) : null,
      page.kind === 'article' && !isNotFound(page)
        ? h('li', h('a', { href: '#main' }, 'Back to the top'))
        : null,
    ]),
  ]);
}

// It has no address of its own, so its links are made as for the first page, which lists posts.
function isNotFound({ url, kind }: Page): boolean {
  return url === '' && kind === 'article';
}

function license({ license: of }: SiteConfig): (Element | string)[] {
  if (of === null) return [];
  return ['Texts: ', of.url ? h('a', { href: of.url, rel: 'license' }, of.name) : of.name, '. '];
}

/** The frame of a site's pages, with relative links. */
export function makeFrame(site: SharedAddresses & Pick<Frame, 'config'>): Frame {
  return { ...site, hasFeed: site.config.baseUrl !== null, hrefOf: relativeHref };
}
