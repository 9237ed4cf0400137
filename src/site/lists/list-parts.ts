import { ownFiles, ownFolders } from '../../lib/own-addresses.ts';
import type { SiteStatus } from '../../model/site-status.ts';
import type { Frame, Page } from '../frame.ts';
import { absoluteHref, relativeHref } from '../href.ts';
import { htmlFile } from '../html-file.ts';
import { layout } from '../layout.ts';
import { type Listed, type ListedPost, listed, pagesOf, type SiteData } from '../page-data.ts';
import { archivePage } from '../pages/archive.ts';
import { homePage } from '../pages/home.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { redirectPage } from '../pages/redirect.ts';
import { seriesPage } from '../pages/series.ts';
import { seriesIndexPage } from '../pages/series-index.ts';
import { shownStatus, statusPage } from '../pages/status.ts';
import { indexPage, termPage, termsIn } from '../pages/taxonomy.ts';
import { programParts } from '../programs/program-files.ts';
import { siteStatus } from '../proof/site-status.ts';
import { postBadge, statusFiles } from '../proof/status-files.ts';
import { searchFiles } from '../search/search-files.ts';
import type { SharedFiles } from '../shared-files.ts';
import { type ListPart, listPart } from './list-part.ts';

/** The files that belong to no single post, in parts. */
export interface ListParts {
  own: ListPart[];
  /** What authors name themselves: its files are written only where they take the place of nothing. */
  free: ListPart[];
}

/** Parts the files of a site that belong to no single post (but for copies) by what they are made from. */
export function listParts(site: SiteData & Pick<SharedFiles, 'shared'>, frame: Frame): ListParts {
  const status = siteStatus(site);
  const shown = listed(site);
  const pages = pageParts(site, { ...shown, status }, frame);
  const none = { posts: [] };
  const inSearch = site.posts.filter(({ post }) => !post.frontMatter.searchHidden);
  return {
    own: [
      ...pages.map(({ part }) => part),
      listPart('404', none, () => [notFound(frame)]),
      ...programParts(
        site,
        shown,
        pages.map(({ url }) => url),
      ),
      listPart('status', { ...none, status }, (data) => statusFiles(data.status)),
      searchPart(inSearch.map(({ search }) => search)),
      listPart('shared', { ...none, shared: site.shared }, ({ shared }) => [...shared]),
    ],
    free: [
      listPart('redirects', { ...none, redirects: redirectsIn(site) }, ({ redirects }) =>
        redirects.map((to) => htmlFile(`${to.url}index.html`, redirectPage(to))),
      ),
      ...status.posts.map(({ url, state, commands }) =>
        listPart(`badge ${url}`, { ...none, url, state, commands }, (post) => [postBadge(post)]),
      ),
    ],
  };
}

interface PagePart {
  url: string;
  part: ListPart;
}

function pageParts(
  site: SiteData,
  { posts, series, status }: Listed & { status: SiteStatus },
  frame: Frame,
): PagePart[] {
  const { config, homeTitle } = site;
  const introductionOf = (url: string) => site.introductions.get(url) ?? null;
  function part<Data extends { posts: readonly ListedPost[] }>(
    url: string,
    data: Data,
    page: (data: Data, frame: Frame) => Page,
  ): PagePart {
    const file = (given: Data) => htmlFile(`${url}index.html`, layout(page(given, frame), frame));
    // Two pages may have one address by mistake.
    return { url, part: listPart(`${page.name} ${url}`, data, (given) => [file(given)]) };
  }
  return [
    part('', { posts, series, config, homeTitle, introduction: introductionOf('') }, homePage),
    ...series.map((one) => {
      const data = { posts: pagesOf(one, posts), series: one, introduction: introductionOf(one.url) };
      return part(one.url, data, seriesPage);
    }),
    ...(['tags', 'categories'] as const).flatMap((taxonomy) => {
      const terms = termsIn(taxonomy, posts);
      if (terms.length === 0) return [];
      const counted = terms.map(({ url, name, posts: members }) => ({ url, name, count: members.length }));
      return [
        part(ownFolders[taxonomy], { posts: [], taxonomy, terms: counted }, indexPage),
        ...terms.map((term) => part(term.url, { ...term, taxonomy }, termPage)),
      ];
    }),
    ...(series.length > 0 ? [part(ownFolders.series, { posts: [], series, config }, seriesIndexPage)] : []),
    part(ownFolders.archive, { posts, config }, archivePage),
    part(ownFolders.status, { posts: [], ...shownStatus(status, site.posts) }, statusPage),
  ];
}

// The terms are long, so their digests stand for them.
function searchPart(entries: SiteData['posts'][number]['search'][]): ListPart {
  const rest = entries.map(({ file, digest }) => ({ file, digest }));
  return { name: 'search', posts: [], rest, make: () => searchFiles(entries) };
}

// A server shows it at any address, so its links begin at the host's root.
function notFound(frame: Frame): { path: string; text: string } {
  const { baseUrl } = frame.config;
  const base = baseUrl ? new URL(baseUrl).pathname : null;
  const rooted = (_from: string, to: string): string => `${base ?? ''}${relativeHref('', to)}`;
  const config = { ...frame.config, baseUrl: null };
  return htmlFile(ownFiles.notFound, layout(notFoundPage(frame), { ...frame, config, hrefOf: rooted }));
}

interface Redirect {
  url: string;
  href: string;
  title: string;
  canonical: string | null;
}

function redirectsIn({ config, posts }: SiteData): Redirect[] {
  return posts.flatMap(({ post }) =>
    post.frontMatter.aliases.map((alias) => {
      const url = `${alias.replace(/^\/|\/?(index\.html)?$/g, '')}/`;
      const canonical = config.baseUrl ? absoluteHref(config.baseUrl, post.url) : null;
      return { url, href: relativeHref(url, post.url), title: post.frontMatter.title, canonical };
    }),
  );
}
