import type { Want } from '../../model/plan.ts';
import { readEngineState } from '../engine-state.ts';
import { fittingContainers, nearestFirst } from './fitting.ts';
import { type Preparation, type Prepared, prepareContainer, prepareImage, prepareNamed } from './prepare.ts';

/** For what a value is looked for, beside what is wanted. */
export interface Search extends Preparation {
  /** Words that the page has beside the placeholder. */
  near: readonly string[];
  /** Values that other placeholders of the command have. */
  taken: readonly string[];
  /** Whether the command itself brings the image. */
  pulls: boolean;
  /** Whether the command only begins or ends what a container does, so that it is all one what runs in it. */
  onlyLives: boolean;
}

/** What to type for a placeholder, and what had to be prepared for it. */
export interface Found {
  value: string;
  prepared: Prepared | null;
}

/**
 * The newest object in the machine that is wanted; where there is none, one is prepared. Null where nothing fits and
 * nothing can be prepared.
 */
export async function findValue(want: Want, search: Search): Promise<Found | null> {
  const { state } = search;
  switch (want.object) {
    case 'container':
      return container(want, search);
    case 'image':
      return image(want.field, search);
    case 'network':
      return here(network(search)?.[want.field]) ?? named('network', search);
    case 'address':
      return here(address(search));
    case 'volume':
      return here(state.volumes[0]?.name) ?? named('volume', search);
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

async function named(sort: 'volume' | 'network', search: Search): Promise<Found | null> {
  const prepared = await prepareNamed(sort, search);
  return prepared === null ? null : { value: prepared.value, prepared };
}

async function container(
  want: Extract<Want, { object: 'container' }>,
  search: Search,
): Promise<Found | null> {
  const { machine, state, steady, taken, onlyLives } = search;
  for (const fitting of nearestFirst(fittingContainers(want.state, state), search.near)) {
    // Two placeholders of one command are two containers.
    if (taken.includes(fitting.id) || taken.includes(fitting.name)) continue;
    // One that was started a moment ago may be ending just now.
    if (fitting.state === 'running' && fitting.isNew && !(await steady.staysUp(fitting, machine))) continue;
    return here(want.field === 'id' ? fitting.id : fitting.name);
  }
  const prepared = await prepareContainer(want.state === 'any' ? 'running' : want.state, onlyLives, search);
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

async function image(field: 'id' | 'name', search: Search): Promise<Found | null> {
  const { images, state, pulls } = search;
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
  const prepared = await prepareImage(search);
  return prepared === null ? null : { value: prepared.value, prepared };
}
