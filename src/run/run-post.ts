import { allOrFirstError } from '../lib/all-or-first-error.ts';
import type { Machine, MachineFactory, OpenOptions } from '../machine/machine.ts';
import type { Plan, PlannedCommand } from '../model/plan.ts';
import type { EngineInfo, LeftBehind, PostReport } from '../model/report.ts';
import { type EngineState, madeSince, readEngineState } from './engine-state.ts';
import { blockTheRest, whyItBroke } from './lost-machine.ts';
import { type ReaderPath, readerPaths } from './paths.ts';
import { imagesOfPlan } from './prepare/post-images.ts';
import { runPath } from './run-path.ts';
import { terminalSize } from './terminal/screen.ts';
import type { PathResult } from './walk.ts';

/** How long to look again for what a page promises and is not there yet, unless told otherwise. */
export const defaultPatienceMs = 12_000;

/** All that a replay of a post has shown. */
export interface PostRun {
  engine: EngineInfo;
  machineReadyMs: number;
  durationMs: number;
  paths: PathResult[];
  images: PostReport['images'];
  leftBehind: LeftBehind;
}

/** How a post is replayed, and who is told of it. */
export interface PostRunOptions {
  signal: AbortSignal;
  today: string;
  /** How long to look again for what a page promises and is not there yet. */
  patienceMs?: number;
  /** Takes a place among the machines that may run at once; the returned function gives it back. */
  takePlace(): Promise<() => void>;
  /** Takes the turn to start a machine: two that start together take longer than one after the other. */
  takeTurn(): Promise<() => void>;
  onCommand(command: PlannedCommand): void;
  /** Told before each command of any path what has come out on it so far: who has seen enough aborts the signal. */
  onProgress?(soFar: PathResult): void;
  /** Whether the first machine is to be left running, asked when its path has been walked. */
  keep(result: PathResult): boolean;
  onKept(enterWith: string): void;
}

/** Replays a post on a fresh machine, and its alternatives each on one of their own. */
export async function runPost(
  plan: Plan,
  factory: MachineFactory,
  options: PostRunOptions,
): Promise<PostRun> {
  let startedAt: number | null = null;
  const waiting = {
    ...options,
    async takePlace() {
      const giveBack = await options.takePlace();
      // Waiting for other posts is no part of this one's time.
      startedAt ??= performance.now();
      return giveBack;
    },
  };
  // A path that breaks must not end the run while the machines of the others are still being removed.
  const runs = await allOrFirstError(
    readerPaths(plan).map((path) => runInMachine(plan, path, factory, waiting)),
  );
  const [main] = runs;
  if (main === undefined) throw new Error('a post has at least one path');
  return { ...main, durationMs: performance.now() - (startedAt ?? 0), paths: runs.map((run) => run.path) };
}

interface MachineRun extends Omit<PostRun, 'paths' | 'durationMs'> {
  path: PathResult;
}

async function runInMachine(
  plan: Plan,
  path: ReaderPath,
  factory: MachineFactory,
  options: PostRunOptions,
): Promise<MachineRun> {
  const giveBack = await options.takePlace();
  const { machine: opened, machineReadyMs } = await openInTurn(
    { name: `${plan.path}#${path.number}`, walks: path.number === 0 ? 'main' : 'alternative' },
    factory,
    options,
  ).catch((error: unknown) => {
    giveBack();
    throw error;
  });
  // Removed after its place has been given back, so that the next machine starts meanwhile.
  await using kept = opened;
  try {
    // Hidden work ends at once when the run is interrupted.
    const machine: Machine = {
      ...kept,
      run: (script, runOptions) => kept.run(script, { signal: options.signal, ...runOptions }),
    };
    // What the page uses last is what it is about; the first is often a mere test of the installation.
    const images = imagesOfPlan(plan).reverse();
    const { signal, today, patienceMs = defaultPatienceMs } = options;
    const result: PathResult = { commands: new Map(), files: new Map(), images: new Map() };
    const onCommand = (command: PlannedCommand): void => {
      options.onProgress?.(result);
      if (path.number === 0) options.onCommand(command);
    };
    const replayed = async (): Promise<LeftBehind> => {
      const before = machine.isFresh ? null : await readEngineState(machine);
      await runPath({ path, machine, before, images, signal, today, patienceMs, onCommand }, result);
      return leftBehindOn(machine, before);
    };
    const leftBehind = await replayed().catch(async (error: unknown) => {
      if (signal.aborted) throw error;
      blockTheRest(path, result, await whyItBroke(error, machine));
      return { containers: [], images: [], volumes: [], networks: [] };
    });
    if (options.keep(result)) {
      machine.keep();
      options.onKept(machine.enterWith);
    }
    return {
      engine: machine.engine,
      machineReadyMs,
      path: result,
      images: [...result.images.values()],
      leftBehind,
    };
  } finally {
    giveBack();
  }
}

async function openInTurn(
  what: Omit<OpenOptions, 'signal'>,
  factory: MachineFactory,
  { signal, takeTurn }: PostRunOptions,
): Promise<{ machine: Machine; machineReadyMs: number }> {
  const giveBack = await takeTurn();
  try {
    const askedAt = performance.now();
    const machine = await factory.open({ ...what, signal, terminal: terminalSize });
    return { machine, machineReadyMs: performance.now() - askedAt };
  } finally {
    giveBack();
  }
}

async function leftBehindOn(machine: Machine, before: EngineState | null): Promise<LeftBehind> {
  const state = madeSince(before, await readEngineState(machine));
  return {
    containers: state.containers.map((container) => container.name),
    images: state.images.flatMap((image) => image.names),
    volumes: state.volumes.map((volume) => volume.name),
    networks: state.networks.map((network) => network.name),
  };
}
