/** What one process keeps from build to build of the same site; see `buildSite`. */
export interface SiteMemory {
  /** Of each file of the site, a digest of its content. */
  digests: ReadonlyMap<string, string>;
}

/** A memory of nothing yet. */
export function siteMemory(): SiteMemory {
  return { digests: new Map() };
}
