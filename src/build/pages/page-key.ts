import { isOld } from '../../site/proof/post-proof.ts';
import { digestOfData } from '../kept/digest-of-data.ts';
import type { SiteWorld } from '../sources/site-world.ts';
import type { PageRecord, PostRecord } from './page-record.ts';

/** Digest of everything that a page depends on, but for where its links lead and for what day it is. */
export function pageKey({ digest, root, post }: PostRecord, proofDigest: string, world: SiteWorld): string {
  // Nothing else is known of the post than what follows from its bytes and its place.
  const place = [root, post.file, post.path];
  return digestOfData([digest, place, proofDigest, world.around(post), world.frameDigest]);
}

/** Whether a page is what it would be if it were made anew: its key is the same, and so are its links and its age. */
export async function isFresh(
  { post, root, page }: PostRecord & { page: PageRecord },
  key: string,
  { world, now }: { world: SiteWorld; now: Date },
): Promise<boolean> {
  if (page.key !== key) return false;
  const { engines } = page.summary.proof;
  if (engines.some((run) => isOld(run.recordedAt, now) !== run.isOld)) return false;
  return await world.withIds(() =>
    page.links.every(({ url, kind, target }) => isSame(world.resolve(url, { post, root, kind }), target)),
  );
}

// Both are made by `resolveLink`, so their fields come in the same order.
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
