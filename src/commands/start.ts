import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { loadProof } from '../build/load-proof.ts';
import { loadPostSources } from '../content/load-sources.ts';
import { countOf } from '../lib/count-of.ts';
import { visible } from '../lib/visible.ts';
import { findMachineEngine } from '../machine/engines.ts';
import type { PostSource } from '../model/post.ts';
import type { Recording } from '../model/proof.ts';
import { runBuild } from './build.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { recordingsOf, reportSince } from './fresh-recordings.ts';
import { verifyDefaults } from './verify/verify-arguments.ts';
import { runVerify } from './verify.ts';

const { paths } = verifyDefaults;

/**
 * Looks whether setup has been done, verifies the posts, builds the site with this run's proofs and says where it is.
 * Without an engine the site shows the proofs recorded earlier, and what was not verified is named. This run's proofs
 * are handed over in memory: a look at the site must not change the working tree (`verify --record` does that).
 * What was blocked is said and is no failure here; 1 when a post is wrong.
 */
export async function runStart(options: StartArguments, context: CommandContext): Promise<ExitCode> {
  const { engine } = options;
  const found = engine === null ? null : await findMachineEngine(context.home, engine);
  if (typeof found === 'string') {
    context.stderr(`${found}\n`);
    return 2;
  }
  const setup = await checkSetup(engine, context);
  if (context.signal.aborted) return 130;
  const verified = setup.ready
    ? await verifyAll(engine, context)
    : await tellUnverified(setup.output, engine, context);
  if (context.signal.aborted || verified.code === 130) return 130;
  const build = { paths, out: options.out, drafts: false, keepGoing: false, fresh: verified.fresh };
  context.stdout('\nBuilding the site.\n');
  const built = await runBuild(build, context);
  if (built === 0) context.stdout(whereToLook(options.out, context));
  return built === 0 ? verified.code : built;
}

/** What `start` was asked for. */
export interface StartArguments {
  /** Folder of the site. */
  out: string;
  /** The engine of the machines, by its name; null: the default one. */
  engine: string | null;
}

interface Verified {
  code: ExitCode;
  fresh: Map<string, Recording>;
}

/** Asks `scripts/setup.sh --check`, which changes nothing. */
async function checkSetup(
  engine: string | null,
  context: CommandContext,
): Promise<{ ready: boolean; output: string }> {
  const asked = engine === null ? [] : ['--engine', engine];
  const result = await execa('bash', [join(context.home, 'scripts/setup.sh'), '--check', ...asked], {
    all: true,
    cancelSignal: context.signal,
    cwd: context.home,
    reject: false,
    stdin: 'ignore',
    timeout: 60_000,
  });
  return { ready: result.exitCode === 0, output: result.all || result.shortMessage || '' };
}

async function verifyAll(engine: string | null, context: CommandContext): Promise<Verified> {
  context.stdout('Verifying the posts.\n\n');
  const startedAt = context.now().toISOString();
  const code = await runVerify({ ...verifyDefaults, engine, allowBlocked: true }, context);
  const report = await reportSince(startedAt, context);
  return { code: code === 3 ? 0 : code, fresh: report === null ? new Map() : recordingsOf(report) };
}

async function tellUnverified(
  missing: string,
  engine: string | null,
  context: CommandContext,
): Promise<Verified> {
  const options = engine === null ? '' : ` -- --engine ${engine}`;
  const hint = `Run \`npm run setup${options}\`, then \`npm start${options}\` again.`;
  context.stdout(
    `Nothing is verified now, because setup is not complete:\n${indent(visible(missing.trim()))}\n${hint}\n`,
  );
  const { posts } = await loadPostSources(paths, { cwd: context.cwd });
  const lines = await Promise.all(
    posts.map(async (post) => `${post.path}: ${await recorded(post, context)}`),
  );
  if (lines.length > 0) {
    context.stdout(
      `\n${countOf(posts.length, 'post')} not verified by this run:\n${indent(lines.join('\n'))}\n`,
    );
  }
  return { code: 0, fresh: new Map() };
}

async function recorded(post: PostSource, context: CommandContext): Promise<string> {
  const { proof } = await loadProof(post, context);
  if (proof === null) return 'it has no recorded proof';
  const from = proof.recordings.map((one) => `${one.recordedAt.slice(0, 10)} (Docker ${one.engine.version})`);
  return `the site shows its proof of ${from.join(' and ')}`;
}

function whereToLook(out: string, { cwd }: CommandContext): string {
  const index = resolve(cwd, out, 'index.html');
  return `\nThe site is made. Open ${join(out, 'index.html')} in a browser:\n  ${pathToFileURL(index).href}\n`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
