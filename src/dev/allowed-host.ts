/**
 * Whether a request's `Host` names this computer. Another name that leads here is how a foreign page would read the
 * site through the reader's browser (DNS rebinding).
 */
export function isAllowedHost(host: string | undefined): boolean {
  const name = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return false;
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]';
}
