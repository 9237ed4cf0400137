import { DockerError } from '../../machine/docker.ts';
import { MachineError, type MachineSource } from '../../machine/machine.ts';
import type { Plan } from '../../model/plan.ts';
import type { EngineInfo, PostReport } from '../../model/report.ts';
import { fetchesElsewhere } from '../../run/fetches-elsewhere.ts';
import { imagesOfPage } from '../../run/prepare/post-images.ts';
import type { CommandContext } from '../context.ts';
import { partThatChanged, type VerifiedParts, verifiedParts } from './verified-parts.ts';
import type { VerifiedPost, VerifiedStore } from './verified-store.ts';
import { type Replayed, type ReplayOptions, replayEach } from './verify-posts.ts';

const dayMs = 24 * 3_600_000;
/** How long a verdict holds when nothing that can be looked at has changed. */
const holdsMs = 7 * dayMs;
/** The same for a page that fetches what can't be looked at: packages, repositories, addresses. */
const holdsWithFetchesMs = dayMs;

/** How posts are replayed, and what is known of earlier replays. */
export interface ChangedOptions extends ReplayOptions {
  /** Hash of Seaworthy's own code. */
  code: string;
  store: VerifiedStore;
  /** The text of a plan's post. */
  sourceOf(plan: Plan): string;
}

/**
 * Replays the posts of which it isn't sure that they would do the same as when they last passed; the others keep the
 * report of then, marked with its time. Only posts that pass are remembered.
 */
export async function verifyChanged(
  plans: readonly Plan[],
  source: MachineSource,
  options: ChangedOptions,
  context: CommandContext,
): Promise<Replayed<PostReport>> {
  const kept = new Map<Plan, VerifiedPost>();
  for (const plan of plans) {
    const before = await options.store.get(plan.path);
    const why = await whyRunAgain(plan, before, source, options, context);
    if (why === null) kept.set(plan, before!);
    else if (before !== null) context.stderr(`${plan.path}: run again, because ${why}\n`);
  }
  const replays = plans.filter((plan) => !kept.has(plan)).map((plan) => ({ plan, title: plan.path }));
  const ran = new Map<Plan, PostReport>();
  const take = (report: PostReport, { plan }: { plan: Plan }): void => void ran.set(plan, report);
  const { engine } = await replayEach(replays, source, { ...options, take }, context);
  for (const [plan, report] of ran)
    if (engine !== null) await remember(plan, report, engine, source, options, context);
  const results = plans.map((plan) => ran.get(plan) ?? fromBefore(kept.get(plan)!));
  return { results, engine: engine ?? [...kept.values()][0]?.engine ?? null };
}

/** Why a post must run again; null when it is known that nothing has changed. */
async function whyRunAgain(
  plan: Plan,
  before: VerifiedPost | null,
  source: MachineSource,
  options: ChangedOptions,
  context: CommandContext,
): Promise<string | null> {
  if (before === null) return 'it has not passed before';
  const ageMs = context.now().getTime() - Date.parse(before.verifiedAt);
  const limitMs = fetchesElsewhere(plan) ? holdsWithFetchesMs : holdsMs;
  if (!(ageMs >= 0 && ageMs < limitMs)) return `it last passed ${before.verifiedAt.slice(0, 10)}`;
  const now = await partsOf(plan, before.images, source, options, context);
  return typeof now === 'string'
    ? `what it depends on can’t be known (${now})`
    : partThatChanged(before.parts, now);
}

/** The parts, or why they can't be known. */
async function partsOf(
  plan: Plan,
  images: readonly string[],
  source: MachineSource,
  { sourceOf, code }: ChangedOptions,
  context: CommandContext,
): Promise<VerifiedParts | string> {
  const origin = await source.originOf(images, context.signal).catch((error: unknown) => {
    context.signal.throwIfAborted();
    // The replay will meet it too and say whose it is.
    if (error instanceof MachineError || error instanceof DockerError) return error.message;
    throw error;
  });
  if (origin === null) return 'the registry does not say what it has';
  return typeof origin === 'string' ? origin : verifiedParts(sourceOf(plan), plan, code, origin);
}

async function remember(
  plan: Plan,
  report: PostReport,
  engine: EngineInfo,
  source: MachineSource,
  options: ChangedOptions,
  context: CommandContext,
): Promise<void> {
  if (report.verdict !== 'passed') return options.store.forget(plan.path);
  const pulled = report.images.filter(({ digest }) => /^sha256:[0-9a-f]{64}$/.test(digest));
  const images = [...new Set([...imagesOfPage(plan), ...pulled.map(({ name }) => name)])].sort();
  const parts = await partsOf(plan, images, source, options, context);
  if (typeof parts === 'string') return options.store.forget(plan.path);
  // An image that was another one during the replay has changed in between.
  const isSame = pulled.every(({ name, digest }) => parts.images.split(' ').includes(`${name}=${digest}`));
  if (!isSame) return options.store.forget(plan.path);
  const verifiedAt = context.now().toISOString();
  await options.store.put(plan.path, { parts, images, verifiedAt, engine, report });
}

function fromBefore({ report, verifiedAt }: VerifiedPost): PostReport {
  return { ...report, unchangedSince: verifiedAt };
}
