/** Folders of the site (`/` at the end) that hold pages and files which belong to no single post. */
export const ownFolders = {
  archive: 'archive/',
  assets: 'assets/',
  categories: 'categories/',
  search: 'search/',
  series: 'series/',
  status: 'status/',
  tags: 'tags/',
} as const;

/** The same of files at the site's root. */
export const ownFiles = {
  home: 'index.html',
  notFound: '404.html',
  // Hugo's, so that readers of a blog that moved here keep theirs.
  rss: 'index.xml',
  atom: 'atom.xml',
  jsonFeed: 'feed.json',
  sitemap: 'sitemap.xml',
  robots: 'robots.txt',
  llms: 'llms.txt',
  status: 'status.json',
  badge: 'badge.svg',
} as const;

const firstParts = new Set(
  [...Object.values(ownFolders), ...Object.values(ownFiles)].map((address) => firstPart(address)),
);

/** Whether an address of the site, in whatever letter case, is that of its own pages and files, or lies below one. */
export function isOwnAddress(address: string): boolean {
  return firstParts.has(firstPart(address.toLowerCase()));
}

function firstPart(address: string): string {
  return address.split('/')[0] ?? '';
}
