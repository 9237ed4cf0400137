/**
 * The series that a version of Docker Engine belongs to: `28.5` for `28.5.2+dfsg1`. What is proven on one version of a
 * series is taken to hold for the others.
 */
export function engineSeries(version: string): string {
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}

/** Compares two versions of Docker Engine for sorting, the newest first. */
export function newestEngineFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
