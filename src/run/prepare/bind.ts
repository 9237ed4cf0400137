import type { Machine } from '../../machine/machine.ts';
import type { Placeholder, PlannedCommand, Want, ContainerState as WantedState } from '../../model/plan.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { type Blame, pageIsWrong, somethingIsMissing } from '../blame/failure.ts';
import { type EngineState, readEngineState } from '../engine-state.ts';
import { type Preparation, type Prepared, prepareContainer, prepareImage, undoPrepared } from './prepare.ts';

export type Binding =
  | { kind: 'bound'; ran: string; bindings: Record<string, string>; prepared: Prepared[] }
  /** A placeholder that nothing fits: the command must not be typed. */
  | { kind: 'unbound'; blame: Blame };

interface Search extends Preparation {
  /** Words that the page has beside the placeholder. */
  near: readonly string[];
  /** Values that other placeholders of the command have. */
  taken: readonly string[];
  /** Whether the command itself brings the image. */
  pulls: boolean;
  /** Whether the command only begins or ends what a container does, so that it is all one what runs in it. */
  onlyLives: boolean;
}

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
  { images, borrowed, steady }: Pick<Preparation, 'images' | 'borrowed' | 'steady'>,
): Promise<Binding> {
  const bindings: Record<string, string> = {};
  const pulls = wordsOf(command.source).some((words) => dockerCall(words)?.verb === 'pull');
  const prepared: Prepared[] = [];
  for (const placeholder of command.placeholders) {
    if (bindings[placeholder.text] !== undefined) continue;
    const state = await readEngineState(machine);
    steady.learn(state);
    const taken = Object.values(bindings);
    const found = await resolve(placeholder.wants, {
      machine,
      images,
      state,
      borrowed,
      steady,
      near: placeholder.near ?? [],
      taken,
      pulls,
      onlyLives: asksOnlyLife(command.source),
    });
    if (found === null) {
      await undoPrepared(machine, prepared);
      return { kind: 'unbound', blame: blameFor(placeholder) };
    }
    bindings[placeholder.text] = found.value;
    if (found.prepared !== null) prepared.push(found.prepared);
  }
  return { kind: 'bound', ran: fillIn(command, bindings), bindings, prepared };
}

function blameFor({ text, wants }: Placeholder): Blame {
  const bind = `say what to type: <!-- verify: bind ${/\s/.test(text) ? `"${text}"` : text}=… -->`;
  if (wants.object === 'unknown')
    return somethingIsMissing('author', `only the reader knows what to type for ${text}`, bind);
  return pageIsWrong(
    `at this point of the page there is no ${wants.object} that ${text} could stand for`,
    `show the step that makes it, or ${bind}`,
  );
}

/** The command's text with values in the places of its placeholders. */
function fillIn(command: PlannedCommand, bindings: Record<string, string>): string {
  let text = command.source;
  for (const placeholder of [...command.placeholders].sort((a, b) => b.start - a.start)) {
    const value = bindings[placeholder.text];
    if (value !== undefined) text = text.slice(0, placeholder.start) + value + text.slice(placeholder.end);
  }
  return text;
}

async function resolve(want: Want, preparation: Search): Promise<Found | null> {
  const { state } = preparation;
  switch (want.object) {
    case 'container':
      return container(want, preparation);
    case 'image':
      return image(want.field, preparation);
    case 'network':
      return here(network(preparation)?.[want.field]);
    case 'address':
      return here(address(preparation));
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
  preparation: Search,
): Promise<Found | null> {
  const { machine, state, steady, taken, onlyLives } = preparation;
  for (const fitting of nearestFirst(fittingContainers(want.state, state), preparation.near)) {
    // Two placeholders of one command are two containers.
    if (taken.includes(fitting.id) || taken.includes(fitting.name)) continue;
    // One that was started a moment ago may be ending just now.
    if (fitting.state === 'running' && fitting.isNew && !(await steady.staysUp(fitting, machine))) continue;
    return here(want.field === 'id' ? fitting.id : fitting.name);
  }
  const prepared = await prepareContainer(
    want.state === 'any' ? 'running' : want.state,
    onlyLives,
    preparation,
  );
  if (prepared === null) return null;
  if (want.field === 'name') return { value: prepared.value, prepared };
  const made = (await readEngineState(machine)).containers.find(
    (candidate) => candidate.name === prepared.value,
  );
  return { value: made?.id ?? prepared.value, prepared };
}

function network({ state, near }: Search): { id: string; name: string } | undefined {
  const named = [...state.networks, ...state.builtInNetworks].find(({ name }) => near.includes(name));
  return named ?? state.networks[0];
}

function address({ state, near }: Search): string | undefined {
  const running = nearestFirst(fittingContainers('running', state), near);
  return (
    running.flatMap(({ addresses }) => addresses).find((one) => near.includes(one)) ??
    running[0]?.addresses[0]
  );
}

// The one whose name or image the page has beside the placeholder, else the one that came first.
function nearestFirst(
  containers: EngineState['containers'],
  near: readonly string[],
): EngineState['containers'] {
  const nearness = ({ name, image }: EngineState['containers'][number]): number =>
    near.includes(name) ? 2 : near.some((word) => withLatest(word) === withLatest(image)) ? 1 : 0;
  return containers.toSorted((a, b) => nearness(b) - nearness(a));
}

function withLatest(image: string): string {
  return /:[^/]+$/.test(image) ? image : `${image}:latest`;
}

const livingVerbs = new Set(['start', 'stop', 'restart', 'kill', 'pause', 'unpause', 'rm', 'rename', 'wait']);

function asksOnlyLife(source: string): boolean {
  return wordsOf(source).every((words) => {
    const call = dockerCall(words);
    return call?.object === 'container' && livingVerbs.has(call.verb);
  });
}

/** The containers that are in the wanted state, the best first and else the newest first. */
function fittingContainers(wanted: WantedState, state: EngineState): EngineState['containers'] {
  const being = (...states: string[]) =>
    state.containers.filter((candidate) => states.includes(candidate.state));
  switch (wanted) {
    case 'running':
    case 'running-first':
      return being('running');
    case 'stopped':
      return being('exited', 'created', 'dead');
    case 'paused':
      return being('paused');
    case 'any':
      return [...being('running'), ...state.containers];
  }
}

async function image(field: 'id' | 'name', preparation: Search): Promise<Found | null> {
  const { images, state, pulls } = preparation;
  if (pulls) return here(images[0]);
  const named = (wanted: string) =>
    state.images.find((candidate) =>
      candidate.names.some((known) => known === wanted || known === `${wanted}:latest`),
    );
  const chosen =
    images.map(named).find((candidate) => candidate !== undefined) ??
    state.images.find((candidate) => candidate.names.length > 0);
  if (chosen !== undefined)
    return here(field === 'id' ? chosen.id : chosen.names[0]?.replace(/:latest$/, ''));
  const prepared = await prepareImage(preparation);
  return prepared === null ? null : { value: prepared.value, prepared };
}
