/** What is kept in the reader's browser under a name; nothing where the browser keeps nothing. */
export function kept(name: string): string | undefined {
  try {
    return localStorage[name];
  } catch {}
}

/** Keeps it for the next pages; a browser that keeps nothing forgets it with this one. */
export function keep(name: string, value: string): void {
  try {
    localStorage[name] = value;
  } catch {}
}
