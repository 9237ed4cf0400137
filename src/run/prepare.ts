import type { Machine } from '../machine/machine.ts';
import type { ContainerState } from '../model/plan.ts';
import type { EngineState } from './engine-state.ts';

/** Something made ready out of the reader's sight, with the commands that made it and those that take it away. */
export interface Prepared {
  /** Name or id to put in the placeholder's place. */
  value: string;
  commands: string[];
  undo: string[];
}

const name = 'seaworthy-prepared';
const pullMs = 300_000;

/**
 * A container in the state that a command needs, from an image that the post uses: preferably one that is here,
 * and one whose own command keeps running. Null when none of them can be made to.
 */
export async function prepareContainer(
  machine: Machine,
  wanted: ContainerState,
  images: readonly string[],
  state: EngineState,
): Promise<Prepared | null> {
  for (const image of byPresence(images, state)) {
    for (const command of wanted === 'stopped' ? [''] : ['', ' sleep 3600']) {
      const made = await tryContainer(machine, wanted, image, command, state);
      if (made !== null) return made;
    }
  }
  return null;
}

/** An image of the post, pulled when it isn't here. */
export async function prepareImage(
  machine: Machine,
  images: readonly string[],
  state: EngineState,
): Promise<Prepared | null> {
  for (const image of byPresence(images, state)) {
    const pull = `docker pull -q ${image}`;
    const pulled = await machine.run(pull, { timeoutMs: pullMs });
    if (pulled.exitStatus === 0)
      return { value: image, commands: [pull], undo: isHere(image, state) ? [] : [`docker rmi ${image}`] };
  }
  return null;
}

/** Takes away what was prepared, as far as the page's command has left it. */
export async function undoPrepared(machine: Machine, prepared: readonly Prepared[]): Promise<void> {
  const commands = prepared.flatMap((one) => one.undo);
  if (commands.length > 0)
    await machine.run(commands.map((command) => `${command} >/dev/null 2>&1`).join('; '), {
      timeoutMs: 60_000,
    });
}

async function tryContainer(
  machine: Machine,
  wanted: ContainerState,
  image: string,
  command: string,
  state: EngineState,
): Promise<Prepared | null> {
  const number = state.containers.filter((container) => container.name.startsWith(name)).length + 1;
  const container = `${name}-${number}`;
  const undo = [`docker rm -f ${container}`, ...(isHere(image, state) ? [] : [`docker rmi ${image}`])];
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
  const prepared = { value: container, commands: make, undo };
  if (made.exitStatus === 0 && (wanted === 'stopped' || (await staysUp(machine, container)))) return prepared;
  await undoPrepared(machine, [prepared]);
  return null;
}

// A container whose command ends at once is gone within this: one look after it has been up for half a second.
async function staysUp(machine: Machine, container: string): Promise<boolean> {
  const wait = `for i in 1 2 3 4 5; do docker inspect -f '{{.State.Running}}' ${container} | grep -q true || exit 1; sleep 0.1; done`;
  return (await machine.run(wait, { timeoutMs: 20_000 })).exitStatus === 0;
}

function byPresence(images: readonly string[], state: EngineState): string[] {
  const here = images.filter((image) => isHere(image, state));
  const others = state.images
    .flatMap((image) => image.names)
    .filter((name) => !images.includes(name.replace(/:latest$/, '')));
  return [...here, ...images.filter((image) => !here.includes(image)), ...others];
}

function isHere(image: string, state: EngineState): boolean {
  const named = /[:@]/.test(image.slice(image.lastIndexOf('/') + 1)) ? image : `${image}:latest`;
  return state.images.some((candidate) => candidate.names.includes(named));
}
