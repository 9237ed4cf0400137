import type { Machine } from '../../machine/machine.ts';
import type { WantedState } from '../../model/plan.ts';
import { type EngineState, engineRequest, readEngineState } from '../engine-state.ts';
import type { Steady } from './steady.ts';

/** Something made ready out of the reader's sight, with the commands that made it, and shell that takes it away. */
export interface Prepared {
  /** Name to put in the placeholder's place. */
  value: string;
  commands: string[];
  undo: string[];
}

/** The machine in which something is prepared, and what it can be made from. */
export interface Preparation {
  machine: Machine;
  state: EngineState;
  /** Images that the post uses, the best first. */
  images: readonly string[];
  /** Images that were pulled for a preparation and are still here: the page's own pull must come first again. */
  borrowed: Set<string>;
  /** What was seen to stay up on this machine. */
  steady: Steady;
}

const name = 'seaworthy-prepared';
const pullMs = 300_000;
const undoMs = 60_000;

/** What a container can be made from. */
interface Recipe {
  image: string;
  /** What follows the image, with a space before it; empty for the image's own command. */
  command: string;
  /** Options that it needs beside its name, with a space before each. */
  options: string;
}

const sleeping = ' sleep 3600';
// As the first process of a container `sleep` would hear no SIGTERM; --init puts one before it that does. Once it is
// started it stays up: there is no need to look.
const sleeper: Recipe = { image: 'busybox', command: sleeping, options: ' --init' };

/**
 * A container in the state that a command needs, from an image that the post uses: preferably one that is here,
 * and one whose own command keeps running. Where the command asks nothing of it but to live (`anyWillDo`), a small
 * one is made rather than that a large image is pulled, removed, and pulled again by the page. Null when none of them
 * can be made to.
 */
export async function prepareContainer(
  wanted: WantedState,
  anyWillDo: boolean,
  preparation: Preparation,
): Promise<Prepared | null> {
  const recipes = byPresence(preparation).flatMap((image): Recipe[] =>
    (wanted === 'stopped' ? [''] : ['', sleeping]).map((command) => ({ image, command, options: '' })),
  );
  const isSure = ({ image, command }: Recipe): boolean =>
    isHere(image, preparation.state) &&
    (wanted === 'stopped' || (command === '' && preparation.steady.hasImage(image)));
  const sure = recipes.filter(isSure);
  const others = recipes.filter((recipe) => !isSure(recipe));
  for (const recipe of [...sure, ...(anyWillDo ? [sleeper] : []), ...others]) {
    const made = await tryContainer(wanted, recipe, preparation);
    if (made !== null) return made;
  }
  return null;
}

/** A volume or network of no other use. Null when it can't be made. */
export async function prepareNamed(
  sort: 'volume' | 'network',
  { machine }: Preparation,
): Promise<Prepared | null> {
  const make = `docker ${sort} create ${name}`;
  const { exitStatus } = await machine.run(`${make} >/dev/null`, { timeoutMs: undoMs });
  return exitStatus === 0 ? { value: name, commands: [make], undo: [removal(`${sort}s/${name}`)] } : null;
}

/** An image of the post, pulled when it isn't here. */
export async function prepareImage(preparation: Preparation): Promise<Prepared | null> {
  for (const image of byPresence(preparation)) {
    const pull = `docker pull -q ${image}`;
    const pulled = await preparation.machine.run(pull, { timeoutMs: pullMs });
    if (pulled.exitStatus !== 0) continue;
    borrow(image, preparation);
    return { value: image, commands: [pull], undo: [] };
  }
  return null;
}

/** Takes away what was prepared, as far as the page's command has left it. */
export async function undoPrepared(machine: Machine, prepared: readonly Prepared[]): Promise<void> {
  await runQuietly(
    machine,
    prepared.flatMap((one) => one.undo),
  );
}

/** Removes images that only preparations have pulled, before the page goes on with commands of its own. */
export async function returnImages(machine: Machine, borrowed: Set<string>): Promise<void> {
  await runQuietly(
    machine,
    [...borrowed].map((image) => removal(`images/${image}`)),
  );
  borrowed.clear();
}

// Docker's own command line takes longer to start than the engine to remove something.
function removal(path: string): string {
  return engineRequest(path, { method: 'DELETE', timeoutSeconds: undoMs / 1000 });
}

async function runQuietly(machine: Machine, commands: string[]): Promise<void> {
  if (commands.length === 0) return;
  await machine.run(commands.map((command) => `${command} >/dev/null 2>&1`).join('; '), {
    timeoutMs: undoMs,
  });
}

async function tryContainer(
  wanted: WantedState,
  recipe: Recipe,
  preparation: Preparation,
): Promise<Prepared | null> {
  const { image, command, options } = recipe;
  const { machine, state } = preparation;
  const number = state.containers.filter((container) => container.name.startsWith(name)).length + 1;
  const container = `${name}-${number}`;
  const made = `--name ${container}${options} ${image}${command}`;
  const make =
    wanted === 'stopped'
      ? [`docker create ${made}`]
      : [`docker run -d ${made}`, ...(wanted === 'paused' ? [`docker pause ${container}`] : [])];
  const { exitStatus } = await machine.run(make.map((line) => `${line} >/dev/null`).join(' && '), {
    timeoutMs: pullMs,
  });
  borrow(image, preparation);
  const prepared = { value: container, commands: make, undo: [removal(`containers/${container}?force=1`)] };
  const isThere =
    exitStatus === 0 &&
    (wanted === 'stopped' || recipe === sleeper || (await staysUp(container, preparation)));
  if (isThere) return prepared;
  await undoPrepared(machine, [prepared]);
  return null;
}

async function staysUp(name: string, { machine, steady }: Preparation): Promise<boolean> {
  const made = (await readEngineState(machine)).containers.find((container) => container.name === name);
  return made !== undefined && (await steady.staysUp(made, machine));
}

function borrow(image: string, { state, borrowed }: Preparation): void {
  if (!isHere(image, state)) borrowed.add(image);
}

function byPresence({ images, state }: Preparation): string[] {
  const here = images.filter((image) => isHere(image, state));
  const others = state.images
    .flatMap((image) => image.names)
    .filter((known) => !images.includes(known.replace(/:latest$/, '')));
  return [...here, ...images.filter((image) => !here.includes(image)), ...others];
}

function isHere(image: string, state: EngineState): boolean {
  const named = /[:@]/.test(image.slice(image.lastIndexOf('/') + 1)) ? image : `${image}:latest`;
  return state.images.some((candidate) => candidate.names.includes(named));
}
