import type { ServedSite } from './served-site.ts';

/** What a browser that asks for an address gets. */
export type Answer =
  | { kind: 'page'; path: string; status: 200 | 404 }
  | { kind: 'file'; path: string }
  | { kind: 'redirect'; to: string }
  | { kind: 'nothing' };

/**
 * The answer to the path of a request (percent-encoded, without the query). Only what the site lists is ever found, so
 * `..` leads nowhere.
 */
export function findAnswer(pathname: string, site: ServedSite): Answer {
  const { files, basePath } = site;
  const base = decode(basePath) ?? '/';
  const decoded = decode(pathname);
  if (base !== '/' && (decoded === '/' || `${decoded}/` === base)) return { kind: 'redirect', to: basePath };
  if (!decoded?.startsWith(base)) return notFound(site);
  const path = decoded.slice(base.length);
  if (path === '' || path.endsWith('/')) {
    const index = `${path}index.html`;
    return files.has(index) ? { kind: 'page', path: index, status: 200 } : notFound(site);
  }
  if (files.has(path))
    return path.endsWith('.html') ? { kind: 'page', path, status: 200 } : { kind: 'file', path };
  if (files.has(`${path}/index.html`)) return { kind: 'redirect', to: `${pathname}/` };
  return notFound(site);
}

function notFound({ files }: ServedSite): Answer {
  return files.has('404.html') ? { kind: 'page', path: '404.html', status: 404 } : { kind: 'nothing' };
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
