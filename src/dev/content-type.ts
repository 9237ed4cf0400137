import { lookup } from 'mrmime';

/** The media type of a file by its name, for the header `Content-Type`. */
export function contentType(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  const isText =
    type.startsWith('text/') ||
    /^application\/(?:json|feed\+json|xml|rss\+xml|atom\+xml|javascript|manifest\+json)$/.test(type);
  return isText ? `${type}; charset=utf-8` : type;
}
