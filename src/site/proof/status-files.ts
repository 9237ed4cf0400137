import { ownFiles } from '../../lib/own-addresses.ts';
import type { PostStatus, ProofState, SiteStatus } from '../../model/site-status.ts';
import { badge } from '../badge.ts';
import type { OutputFile } from '../html-file.ts';
import { worstFirst } from './block-state.ts';

/** What other programs and READMEs read of a site's status: `status.json`, and a badge. */
export function statusFiles(status: SiteStatus): OutputFile[] {
  return [
    { path: ownFiles.status, text: `${JSON.stringify(status, null, 2)}\n` },
    { path: ownFiles.badge, text: badge({ state: siteState(status), commands: status.summary.commands }) },
  ];
}

/** A badge of a post, beside its page. */
export function postBadge(post: Pick<PostStatus, 'url' | 'state' | 'commands'>): OutputFile {
  return { path: `${post.url}${ownFiles.badge}`, text: badge(post) };
}

function siteState({ posts }: SiteStatus): ProofState | 'none' {
  return worstFirst.find((state) => posts.some((post) => post.state === state)) ?? 'none';
}
