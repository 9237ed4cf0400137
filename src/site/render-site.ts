import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { freeFiles } from './free-addresses.ts';
import { absoluteHref, relativeHref } from './href.ts';
import { type Frame, layout } from './layout.ts';
import { machineFiles } from './machine-files.ts';
import { twinFile } from './markdown-twin.ts';
import type { PageData, PageSummary, SiteData } from './page-data.ts';
import { archivePage } from './pages/archive.ts';
import { homePage } from './pages/home.ts';
import { notFoundPage } from './pages/not-found.ts';
import { postPage } from './pages/post.ts';
import { proofRecordPage } from './pages/proof-record.ts';
import { redirectPage } from './pages/redirect.ts';
import { seriesPage } from './pages/series.ts';
import { seriesIndexPages } from './pages/series-index.ts';
import { statusPage } from './pages/status.ts';
import { taxonomyPages } from './pages/taxonomy.ts';
import { recordFile } from './proof-mark.ts';
import { searchFiles } from './search/search-files.ts';
import type { SharedFiles } from './shared-files.ts';
import { siteStatus } from './site-status.ts';
import { postBadges, statusFiles } from './status-files.ts';

/** A file of the site: its text, or the file (absolute) that it is a copy of. */
export type OutputFile = { path: string; text: string } | { path: string; copyOf: string };

// End tags that HTML does not need would be 1 % of a page.
const stringifier = unified()
  .use(rehypeStringify, { closeEmptyElements: true, omitOptionalTags: true })
  .freeze();

/** The files of a post. They depend on nothing but the arguments: two builds of the same input are equal to the byte. */
export function renderPost(page: PageData, frame: Frame): OutputFile[] {
  const record = proofRecordPage(page, frame);
  return [
    htmlFile(`${page.post.url}index.html`, layout(postPage(page, frame), frame)),
    { path: `${page.post.url}${twinFile}`, text: page.twin },
    ...(isInSearch(page) ? [{ path: page.search.file, text: page.searchText }] : []),
    ...(record ? [htmlFile(`${page.post.url}${recordFile}`, layout(record, frame))] : []),
  ];
}

/** All other files of the site, shared ones included. */
export function renderLists(site: SiteData & Pick<SharedFiles, 'shared'>, frame: Frame): OutputFile[] {
  const status = siteStatus(site);
  const pages = [
    homePage(site, frame),
    ...site.series.map((series) => seriesPage(series, site, frame)),
    ...taxonomyPages('tags', site, frame),
    ...taxonomyPages('categories', site, frame),
    ...seriesIndexPages(site, frame),
    archivePage(site, frame),
    statusPage(status, oldProofs(site), frame),
  ];
  const own = [
    ...pages.map((page) => htmlFile(`${page.url}index.html`, layout(page, frame))),
    notFound(frame),
    ...machineFiles(site, pages),
    ...statusFiles(status),
    ...searchFiles(site.posts.filter(isInSearch).map(({ search }) => search)),
    ...site.shared,
  ];
  // What authors name themselves takes the place of nothing.
  const taken = [...own.map(({ path }) => path), ...site.posts.flatMap(postPaths)];
  return [...own, ...freeFiles([...copies(site), ...redirects(site), ...postBadges(status)], taken)];
}

function isInSearch({ post }: PageSummary): boolean {
  return !post.frontMatter.searchHidden;
}

function postPaths({ post, search }: PageSummary): string[] {
  return [...['index.html', recordFile, twinFile].map((name) => `${post.url}${name}`), search.file];
}

function oldProofs({ posts }: SiteData): Set<string> {
  return new Set(posts.filter(({ proof }) => proof.record?.isOld).map(({ post }) => post.url));
}

function htmlFile(path: string, tree: Root): OutputFile {
  return { path, text: `${stringifier.stringify(tree)}\n` };
}

// A server shows it at any address, so its links begin at the host's root.
function notFound(frame: Frame): OutputFile {
  const { baseUrl } = frame.config;
  const base = baseUrl ? new URL(baseUrl).pathname : null;
  const rooted = (_from: string, to: string): string => `${base ?? ''}${relativeHref('', to)}`;
  const config = { ...frame.config, baseUrl: null };
  return htmlFile('404.html', layout(notFoundPage(frame), { ...frame, config, hrefOf: rooted }));
}

function redirects({ config, posts }: SiteData): OutputFile[] {
  return posts.flatMap(({ post }) =>
    post.frontMatter.aliases.map((alias) => {
      const url = `${alias.replace(/^\/|\/?(index\.html)?$/g, '')}/`;
      const canonical = config.baseUrl ? absoluteHref(config.baseUrl, post.url) : null;
      const to = { href: relativeHref(url, post.url), title: post.frontMatter.title, canonical };
      return htmlFile(`${url}index.html`, redirectPage(to));
    }),
  );
}

function copies({ posts, config }: SiteData): OutputFile[] {
  const files = new Map(posts.flatMap((page) => [...page.files]));
  if (config.image) files.set(config.image.path, config.image.file);
  return [...files].map(([path, copyOf]) => ({ path, copyOf }));
}
