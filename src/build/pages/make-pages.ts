import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { isOwnFile } from '../../content/own-file.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Recording } from '../../model/proof.ts';
import { withRecording } from '../../report/proof/with-recording.ts';
import { digestOfData } from '../kept/digest-of-data.ts';
import type { FileDigests } from '../kept/file-digests.ts';
import { isStillKept } from '../kept/kept-pages.ts';
import { loadProof, proofFileOf } from '../load-proof.ts';
import type { OpenedSource } from '../sources/opened-source.ts';
import type { SiteWorld } from '../sources/site-world.ts';
import { isFresh, pageKey } from './page-key.ts';

/** What the pages of posts depend on besides the posts. */
export interface PagesOptions {
  cwd: string;
  now: Date;
  /** As in a `BuildRequest`. */
  fresh?: ReadonlyMap<string, Recording> | undefined;
  world: SiteWorld;
  digests: FileDigests;
  /** Where pages are kept; null: in memory. */
  folder: string | null;
}

/**
 * Sees to it that the record of each post and section has the page as it is now. One after the other, so that only one
 * text is held as a tree at a time. Returns their findings in the same order.
 */
export async function makePages(
  sources: Iterable<OpenedSource>,
  options: PagesOptions,
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const source of sources) {
    const page = await pageOf(source, options);
    source.record.page = page;
    findings.push(...page.findings);
  }
  return findings;
}

async function pageOf(source: OpenedSource, options: PagesOptions) {
  const { record } = source;
  const { world, now, folder } = options;
  const proof = proofOf(source, options);
  const key = pageKey(record, proof.digest, world);
  const { page } = record;
  if (page?.files.every(isStillKept) && (await isFresh({ ...record, page }, key, { world, now })))
    return page;
  // What makes pages is needed only where one has changed.
  const { makePage } = await import('./make-page.ts');
  return await makePage(source, { world, key, now, folder, loadProof: proof.load });
}

/** The proof that a post's page shows, with a digest of it. */
function proofOf({ record: { post } }: OpenedSource, { fresh, digests, cwd }: PagesOptions) {
  const digest = digestOfProof(proofFileOf(post.file), digests);
  const recording = fresh?.get(post.path);
  if (!recording) return { digest, load: () => loadProof(post, { cwd }) };
  const load = async () => {
    const { proof, findings } = await loadProof(post, { cwd });
    return { proof: withRecording(proof, recording), findings };
  };
  return { digest: digestOfData([digest, recording]), load };
}

// As `loadProof` does, it tells what may not be read from what is not there.
function digestOfProof(file: string, digests: FileDigests): string {
  const digest = digests.digestOf(file);
  if (digest === null) return existsSync(file) ? 'unreadable' : 'none';
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && !isOwnFile(file, path.dirname(file)) ? 'unreadable' : digest;
}
