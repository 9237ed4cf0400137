import type { Machine } from '../machine/machine.ts';
import type { Placeholder, PlannedCommand, Want, ContainerState as WantedState } from '../model/plan.ts';
import { type EngineState, readEngineState } from './engine-state.ts';
import { type Prepared, prepareContainer, prepareImage, undoPrepared } from './prepare.ts';

export type Binding =
  | { kind: 'bound'; ran: string; bindings: Record<string, string>; prepared: Prepared[] }
  /** A placeholder that nothing fits: the command must not be typed. */
  | { kind: 'unbound'; placeholder: Placeholder; message: string };

interface Found {
  value: string;
  prepared: Prepared | null;
}

/**
 * Fills in a command's placeholders from what really happened in the machine: the newest object in the state that
 * the command needs; where there is none, one is prepared from an image of the post.
 */
export async function bindPlaceholders(
  command: PlannedCommand,
  machine: Machine,
  images: readonly string[],
): Promise<Binding> {
  const bindings: Record<string, string> = {};
  const prepared: Prepared[] = [];
  for (const placeholder of command.placeholders) {
    if (bindings[placeholder.text] !== undefined) continue;
    const state = await readEngineState(machine);
    const found = await resolve(placeholder.wants, machine, images, state);
    if (found === null) {
      await undoPrepared(machine, prepared);
      return {
        kind: 'unbound',
        placeholder,
        message: `nothing on this page says what ${placeholder.text} stands for`,
      };
    }
    bindings[placeholder.text] = found.value;
    if (found.prepared !== null) prepared.push(found.prepared);
  }
  return { kind: 'bound', ran: fillIn(command, bindings), bindings, prepared };
}

/** The command's text with values in the places of its placeholders. */
export function fillIn(command: PlannedCommand, bindings: Record<string, string>): string {
  let text = command.source;
  for (const placeholder of [...command.placeholders].sort((a, b) => b.start - a.start)) {
    const value = bindings[placeholder.text];
    if (value !== undefined) text = text.slice(0, placeholder.start) + value + text.slice(placeholder.end);
  }
  return text;
}

async function resolve(
  want: Want,
  machine: Machine,
  images: readonly string[],
  state: EngineState,
): Promise<Found | null> {
  switch (want.object) {
    case 'container':
      return container(want, machine, images, state);
    case 'image':
      return image(want.field, machine, images, state);
    case 'network':
      return here(want.field === 'id' ? state.networks[0]?.id : state.networks[0]?.name);
    case 'volume':
      return here(state.volumes[0]?.name);
    case 'port':
      return here('8080');
    case 'fixed':
      return here(want.value);
    case 'unknown':
      return null;
  }
}

function here(value: string | undefined): Found | null {
  return value === undefined ? null : { value, prepared: null };
}

async function container(
  want: Extract<Want, { object: 'container' }>,
  machine: Machine,
  images: readonly string[],
  state: EngineState,
): Promise<Found | null> {
  const fitting = chooseContainer(want.state, state);
  if (fitting !== null) return here(want.field === 'id' ? fitting.id : fitting.name);
  const prepared = await prepareContainer(
    machine,
    want.state === 'any' ? 'running' : want.state,
    images,
    state,
  );
  if (prepared === null) return null;
  if (want.field === 'name') return { value: prepared.value, prepared };
  const made = (await readEngineState(machine)).containers.find(
    (candidate) => candidate.name === prepared.value,
  );
  return { value: made?.id ?? prepared.value, prepared };
}

/** The newest container in the wanted state; null when there is none. */
export function chooseContainer(
  wanted: WantedState,
  state: EngineState,
): EngineState['containers'][number] | null {
  const is = (...states: string[]) => state.containers.find((candidate) => states.includes(candidate.state));
  switch (wanted) {
    case 'running':
    case 'running-first':
      return is('running') ?? null;
    case 'stopped':
      return is('exited', 'created', 'dead') ?? null;
    case 'paused':
      return is('paused') ?? null;
    case 'any':
      return is('running') ?? state.containers[0] ?? null;
  }
}

async function image(
  field: 'id' | 'name',
  machine: Machine,
  images: readonly string[],
  state: EngineState,
): Promise<Found | null> {
  const used = state.images.find((candidate) =>
    candidate.names.some((name) => images.some((known) => name.startsWith(known))),
  );
  const chosen = used ?? state.images.find((candidate) => candidate.names.length > 0);
  if (chosen !== undefined)
    return here(field === 'id' ? chosen.id : chosen.names[0]?.replace(/:latest$/, ''));
  const prepared = await prepareImage(machine, images, state);
  return prepared === null ? null : { value: prepared.value, prepared };
}
