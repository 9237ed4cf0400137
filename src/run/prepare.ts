import type { Machine } from '../machine/machine.ts';
import type { ContainerState as WantedState } from '../model/plan.ts';
import { type EngineState, engineRequest } from './engine-state.ts';

/** Something made ready out of the reader's sight, with the commands that made it and those that take it away. */
export interface Prepared {
  /** Name to put in the placeholder's place. */
  value: string;
  commands: string[];
  undo: string[];
}

export interface Preparation {
  machine: Machine;
  state: EngineState;
  /** Images that the post uses, the best first. */
  images: readonly string[];
  /** Images that were pulled for a preparation and are still here: the page's own pull must come first again. */
  borrowed: Set<string>;
}

const name = 'seaworthy-prepared';
const pullMs = 300_000;
const undoMs = 60_000;

/**
 * A container in the state that a command needs, from an image that the post uses: preferably one that is here,
 * and one whose own command keeps running. Null when none of them can be made to.
 */
export async function prepareContainer(
  wanted: WantedState,
  preparation: Preparation,
): Promise<Prepared | null> {
  for (const image of byPresence(preparation)) {
    for (const command of wanted === 'stopped' ? [''] : ['', ' sleep 3600']) {
      const made = await tryContainer(wanted, image, command, preparation);
      if (made !== null) return made;
    }
  }
  return null;
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
    [...borrowed].map((image) => `docker rmi ${image}`),
  );
  borrowed.clear();
}

async function runQuietly(machine: Machine, commands: string[]): Promise<void> {
  if (commands.length === 0) return;
  await machine.run(commands.map((command) => `${command} >/dev/null 2>&1`).join('; '), {
    timeoutMs: undoMs,
  });
}

async function tryContainer(
  wanted: WantedState,
  image: string,
  command: string,
  preparation: Preparation,
): Promise<Prepared | null> {
  const { machine, state } = preparation;
  const number = state.containers.filter((container) => container.name.startsWith(name)).length + 1;
  const container = `${name}-${number}`;
  const make =
    wanted === 'stopped'
      ? [`docker create --name ${container} ${image}${command}`]
      : [
          `docker run -d --name ${container} ${image}${command}`,
          ...(wanted === 'paused' ? [`docker pause ${container}`] : []),
        ];
  const made = await machine.run(make.map((line) => `${line} >/dev/null`).join(' && '), {
    timeoutMs: pullMs,
  });
  borrow(image, preparation);
  const prepared = { value: container, commands: make, undo: [`docker rm -f ${container}`] };
  if (made.exitStatus === 0 && (wanted === 'stopped' || (await staysUp(machine, container)))) return prepared;
  await undoPrepared(machine, [prepared]);
  return null;
}

/** Whether a container still runs after half a second: one whose command ends at once does not. */
export async function staysUp(machine: Machine, container: string): Promise<boolean> {
  const end = engineRequest(`containers/${container}/wait`, { method: 'POST', timeoutSeconds: 0.5 });
  // A slow engine may not have said in time that it has ended: what counts is the look afterwards.
  const look = `${engineRequest(`containers/${container}/json`)} | grep -q '"Running":true'`;
  const script = `${end} >/dev/null 2>&1; [ $? -eq 28 ] && ${look}`;
  return (await machine.run(script, { timeoutMs: 20_000 })).exitStatus === 0;
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
