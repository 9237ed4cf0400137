const ownNames = new Set(['localhost', '127.0.0.1', '0.0.0.0', '[::1]']);

/** The port of the reader's own computer at which a browser asks for an address; null for what is no such address. */
export function localPort(url: string): number | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port, protocol } = new URL(url);
  if (!ownNames.has(hostname)) return null;
  return Number(port || (protocol === 'https:' ? 443 : 80));
}
