import path from 'node:path';
import { countOf } from '../lib/count-of.ts';
import { formatDuration } from '../lib/duration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import type { Proof } from '../model/proof.ts';
import type { Post } from '../model/site.ts';
import { formatFindings } from '../report/message.ts';
import type { PageData, SiteData } from '../site/page-data.ts';
import { blockStateOf, type PostProof, postProof } from '../site/post-proof.ts';
import { proofMark } from '../site/proof-mark.ts';
import { minutesToRead } from '../site/reading-time.ts';
import { type OutputFile, renderSite } from '../site/render-site.ts';
import { loadShared } from '../site/shared-files.ts';
import { checkOutput, OutputError, writeSite } from '../site/write-site.ts';
import { type CheckedPost, type CheckedSite, checkPosts, type ExtrasOf } from './check-posts.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { loadProof } from './load-proof.ts';
import { noCache, postCache } from './post-cache.ts';

export interface BuildOptions {
  paths: string[];
  out: string;
  drafts: boolean;
  keepGoing: boolean;
  /** Proofs of a run that has just ended, by post path: they are shown in the place of the recorded ones. */
  proofs?: ReadonlyMap<string, Proof>;
}

/**
 * Builds the site. 0: written; 1: the posts have errors, and nothing was written unless `keepGoing`; 2: nothing to build,
 * or the output folder is not one to replace.
 */
export async function runBuild(options: BuildOptions, context: CommandContext): Promise<ExitCode> {
  try {
    return await build(options, context);
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    context.stderr(`${error.message}\n`);
    return 2;
  }
}

async function build(options: BuildOptions, context: CommandContext): Promise<ExitCode> {
  const started = performance.now();
  const out = path.resolve(context.cwd, options.out);
  await checkOutput(out);
  const { site, findings, render } = await makeSite(options, context);
  context.stderr(formatFindings(findings, { color: context.color }));
  if (site.isUsageError) return 2;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !options.keepGoing) {
    context.stderr(`Nothing was written to ${options.out}: correct the errors, or use --keep-going.\n`);
    return 1;
  }
  const files = await render();
  if (context.signal.aborted) return 130;
  await writeSite(out, files);
  const took = formatDuration(performance.now() - started);
  context.stdout(
    `${countOf(site.posts.length, 'post')}, ${countOf(files.length, 'file')} in ${options.out} (${took}).\n`,
  );
  return errors > 0 ? 1 : 0;
}

/** A site in memory. */
export interface MadeSite {
  site: CheckedSite;
  /** Those of the posts, the settings and the proofs. */
  findings: Diagnostic[];
  /** Makes its files; it can be done in spite of errors. */
  render(): Promise<OutputFile[]>;
}

/** Reads posts and their proofs, and says how their site is made; writes nothing. */
export async function makeSite(
  options: Pick<BuildOptions, 'paths' | 'drafts' | 'proofs'>,
  context: CommandContext,
): Promise<MadeSite> {
  const paths = options.paths.length > 0 ? options.paths : ['posts'];
  const shared = loadShared(context.home, context.cacheFolder ? postCache(context.cacheFolder) : noCache);
  // Heard of by whoever renders, which may be later than it fails, or never.
  shared.catch(() => {});
  const proofs = new Map<Post, PostProof>();
  const unread: Diagnostic[] = [];
  const site = await checkPosts(paths, {
    cwd: context.cwd,
    cacheFolder: context.cacheFolder,
    drafts: options.drafts,
    neighbours: false,
    extrasFor: async (post, plan) => {
      const fresh = options.proofs?.get(post.path);
      const { proof, findings } = fresh ? { proof: fresh, findings: [] } : await loadProof(post, context);
      unread.push(...findings);
      proofs.set(post, postProof(plan.blocks, proof, context.now()));
      return extras(plan, proofs.get(post) as PostProof);
    },
  });
  return {
    site,
    findings: [...site.findings, ...unread],
    render: async () => renderSite({ ...siteData(site, proofs), ...(await shared) }),
  };
}

function extras(plan: Plan, proof: PostProof): ExtrasOf {
  return ({ hash, nth }) => {
    const state = blockStateOf(proof, hash, nth);
    const planned = plan.blocks.filter((block) => block.hash === hash)[nth] ?? null;
    return { planned, below: state ? [proofMark(state, proof)] : [] };
  };
}

function siteData(
  site: CheckedSite,
  proofs: ReadonlyMap<Post, PostProof>,
): Omit<SiteData, 'styles' | 'script' | 'favicon'> {
  const home = site.sections.find(({ post }) => post.url === '');
  return {
    config: site.config,
    posts: site.posts.map((checked) => pageData(checked, site, proofs)),
    series: site.series,
    introductions: new Map(site.sections.map(({ post, rendered }) => [post.url, rendered.tree])),
    homeTitle: home?.post.frontMatter.title ?? '',
  };
}

function pageData(checked: CheckedPost, site: CheckedSite, proofs: ReadonlyMap<Post, PostProof>): PageData {
  const { post, body, rendered, cover } = checked;
  const { alt = '', caption = '' } = post.frontMatter.cover ?? {};
  return {
    post,
    body: rendered.tree,
    headings: body.headings,
    minutes: minutesToRead(body),
    proof: proofs.get(post) as PostProof,
    series: site.series.find((series) => series.posts.includes(post)) ?? null,
    cover: cover && { path: cover.path, alt, caption, width: cover.width, height: cover.height },
    files: rendered.files,
  };
}
