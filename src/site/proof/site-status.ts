import { newestEngineFirst } from '../../lib/engine-series.ts';
import { oldAfterDays } from '../../lib/proof-age.ts';
import type { PostStatus, ProofState, SiteStatus, StateCounts } from '../../model/site-status.ts';
import type { PageSummary, SiteData } from '../page-data.ts';
import { type ProofSummary, worstState } from './post-proof.ts';

/** How the whole site stands, from the proofs of its posts. Posts are in the order of the site. */
export function siteStatus({ config, posts }: Pick<SiteData, 'config' | 'posts'>): SiteStatus {
  const entries = posts.map(postStatus);
  return {
    version: 1,
    title: config.title,
    baseUrl: config.baseUrl,
    oldAfterDays,
    summary: { posts: entries.length, commands: addUp(entries.map(({ commands }) => commands)) },
    engines: enginesOf(entries),
    posts: entries,
  };
}

function postStatus({
  post,
  proof,
  sourcePath,
}: Pick<PageSummary, 'post' | 'proof' | 'sourcePath'>): PostStatus {
  return {
    title: post.frontMatter.title,
    path: sourcePath,
    url: post.url,
    state: proof.commands === 0 ? 'none' : worstState(proof),
    commands: countsOf(proof),
    proofs: proof.engines.map(({ version, recordedAt, standIns, counts }) => ({
      recordedAt,
      engine: version,
      commands: countsOf({ counts }),
      standIns,
    })),
    // A file that no command uses is never tried.
    unproven: proof.commands === 0 ? [] : proof.unproven,
    differing: proof.differing,
  };
}

function countsOf({ counts }: Pick<ProofSummary, 'counts'>): StateCounts {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { total, ...counts };
}

function addUp(all: readonly StateCounts[]): StateCounts {
  const sum = (state: ProofState | 'total'): number => all.reduce((so, counts) => so + counts[state], 0);
  return {
    total: sum('total'),
    passed: sum('passed'),
    failed: sum('failed'),
    blocked: sum('blocked'),
    skipped: sum('skipped'),
    'not-run': sum('not-run'),
    changed: sum('changed'),
    unproven: sum('unproven'),
  };
}

function enginesOf(entries: readonly PostStatus[]): string[] {
  const versions = new Set(entries.flatMap(({ proofs }) => proofs.map(({ engine }) => engine)));
  return [...versions].sort(newestEngineFirst);
}
