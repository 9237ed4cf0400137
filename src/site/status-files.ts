import type { ProofState, SiteStatus } from '../model/site-status.ts';
import { badge } from './badge.ts';
import type { OutputFile } from './render-site.ts';

/** What other programs and READMEs read of a site's status: `status.json`, a badge of the site and one of each post. */
export function statusFiles(status: SiteStatus): OutputFile[] {
  return [
    { path: 'status.json', text: `${JSON.stringify(status, null, 2)}\n` },
    { path: 'badge.svg', text: badge({ state: siteState(status), commands: status.summary.commands }) },
    ...status.posts.map((entry) => ({ path: `${entry.url}badge.svg`, text: badge(entry) })),
  ];
}

function siteState({ posts }: SiteStatus): ProofState | 'none' {
  const order: ProofState[] = ['failed', 'changed', 'not-run', 'blocked', 'unproven', 'passed', 'skipped'];
  return order.find((state) => posts.some((post) => post.state === state)) ?? 'none';
}
