import { groupBy } from '../lib/group-by.ts';
import { ownFolders } from '../lib/own-addresses.ts';
import type { PostHead, Series } from '../model/site.ts';
import { addressPart } from './page-address.ts';

/**
 * The series of a site. Posts that name the same `series` belong together, and so do the posts of a folder with an
 * `_index.md`; when both mean the same posts, the folder's page is the series' page. Posts are ordered by weight, date
 * and path.
 */
export function findSeries(posts: readonly PostHead[], sections: readonly PostHead[]): Series[] {
  const named = groupBy(
    posts.filter((post) => post.frontMatter.series.length > 0),
    (post) => post.frontMatter.series[0] ?? '',
  );
  const folders = sections.filter((section) => section.url !== '');
  const taken = new Set<PostHead>();
  const series = [...named].map(([title, members]) => {
    const section = folders.find((folder) => !taken.has(folder) && isHome(folder, title, members, posts));
    if (section) taken.add(section);
    return makeSeries(title, section ?? null, members);
  });
  const others = folders
    .filter((section) => !taken.has(section))
    .map((section) => makeSeries(section.frontMatter.title, section, looseMembers(section, posts)));
  return [...series, ...others].sort((a, b) => compare(a.url, b.url));
}

/** Orders posts by weight (those without come last), date and path. */
function byPart(a: PostHead, b: PostHead): number {
  const weights = (a.frontMatter.weight ?? Infinity) - (b.frontMatter.weight ?? Infinity);
  if (weights !== 0 && !Number.isNaN(weights)) return weights;
  return compare(a.frontMatter.date ?? '9999', b.frontMatter.date ?? '9999') || compare(a.path, b.path);
}

function makeSeries(title: string, section: PostHead | null, members: readonly PostHead[]): Series {
  const sorted = [...members].sort(byPart);
  const written = new Set(sorted.map((post) => post.url.split('/').at(-2)));
  return {
    title: section?.frontMatter.title || title,
    url: section?.url ?? `${ownFolders.series}${addressPart(title.toLowerCase())}/`,
    description: section ? section.frontMatter.description || section.frontMatter.summary : '',
    section,
    posts: sorted,
    planned: section?.frontMatter.planned.filter((part) => !written.has(part.slug)) ?? [],
  };
}

// A folder is a series' home when it holds all of its posts, and either has its name or holds no other posts.
function isHome(
  folder: PostHead,
  title: string,
  members: readonly PostHead[],
  posts: readonly PostHead[],
): boolean {
  if (!members.every((post) => post.url.startsWith(folder.url))) return false;
  if (folder.frontMatter.title === title) return true;
  return posts.every((post) => !post.url.startsWith(folder.url) || members.includes(post));
}

function looseMembers(section: PostHead, posts: readonly PostHead[]): PostHead[] {
  return posts.filter((post) => post.url.startsWith(section.url) && post.frontMatter.series.length === 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
