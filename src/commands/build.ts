import path from 'node:path';
import { type BuiltSite, buildSite } from '../build/build-site.ts';
import { KeptTextLost } from '../build/kept/kept-pages.ts';
import { keepSiteMemory, loadSiteMemory } from '../build/kept/kept-site.ts';
import { hasNews } from '../build/kept/site-memory.ts';
import { countOf } from '../lib/count-of.ts';
import { formatDuration } from '../lib/duration.ts';
import type { Recording } from '../model/proof.ts';
import { formatFindings } from '../report/message.ts';
import { checkOutputFolder, OutputError, type WrittenFiles, writeSite } from '../site/write-site.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { keepWritten, loadWritten } from './written-store.ts';

/** What `build` was asked for. */
export interface BuildOptions {
  paths: string[];
  out: string;
  drafts: boolean;
  keepGoing: boolean;
  /** What a run that has just ended has shown, by post path: it takes the place of what its engine's series has recorded. */
  fresh?: ReadonlyMap<string, Recording>;
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
  await checkOutputFolder(out);
  const { cwd, home, cacheFolder, workerFile } = context;
  const paths = options.paths.length > 0 ? options.paths : ['posts'];
  const { drafts, fresh } = options;
  const request = { paths, cwd, home, cacheFolder, workerFile, drafts, fresh, now: context.now() };
  const memory = loadSiteMemory(request);
  const before = { ...memory };
  const site = await buildSite(request, memory);
  context.stderr(formatFindings(site.findings, { color: context.color }));
  if (site.outcome === 'wrong-paths') return 2;
  if (hasNews(before, memory)) keepSiteMemory(request, memory);
  if (site.outcome === 'errors' && !options.keepGoing) {
    context.stderr(`Nothing was written to ${options.out}: correct the errors, or use --keep-going.\n`);
    return 1;
  }
  if (context.signal.aborted) return 130;
  await write(out, site, { cacheFolder, again: () => buildSite(request, memory) });
  context.stdout(`${said(site, options.out)} (${formatDuration(performance.now() - started)}).\n`);
  return site.outcome === 'errors' ? 1 : 0;
}

async function write(
  out: string,
  site: BuiltSite,
  { cacheFolder, again }: { cacheFolder: string | null; again: () => Promise<BuiltSite> },
): Promise<void> {
  const before = loadWritten(out, cacheFolder);
  let written: WrittenFiles;
  try {
    written = await writeSite(out, site.files, before);
  } catch (error) {
    if (!(error instanceof KeptTextLost)) throw error;
    // Somebody has emptied or changed the cache since the pages were looked for there.
    written = await writeSite(out, (await again()).files, before);
  }
  if (written !== before) await keepWritten(out, cacheFolder, written);
}

function said({ posts, files }: BuiltSite, out: string): string {
  return `${countOf(posts, 'post')}, ${countOf(files.length, 'file')} in ${out}`;
}
