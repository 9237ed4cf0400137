import type { Machine } from '../../machine/machine.ts';
import type { PostReport } from '../../model/report.ts';
import { type EngineState, readEngineState } from '../engine-state.ts';
import type { Steady } from './steady.ts';

/** Images that were on the machine at some time of a replay, by name. */
export type ImagesSeen = Map<string, PostReport['images'][number]>;

const bringsImages = /\bdocker\b[\s\S]*\b(?:run|create|pull|build|up|load|import|commit|tag)\b/;

/**
 * Takes note of the images that are there after commands which may have brought some. `steady` gets to know the
 * containers that may have come with them.
 */
export async function noteImages(
  ran: readonly string[],
  { machine, steady }: { machine: Machine; steady: Steady },
  seen: ImagesSeen,
): Promise<void> {
  if (!ran.some((line) => bringsImages.test(line))) return;
  const state = await readEngineState(machine);
  steady.learn(state);
  takeNote(state, machine, seen);
}

function takeNote(state: EngineState, machine: Machine, seen: ImagesSeen): void {
  const standIns = new Set(machine.engine.standIns);
  for (const image of state.images) {
    for (const name of image.names) {
      seen.set(name, { name, digest: image.digests[0] ?? `sha256:${image.id}`, standIn: standIns.has(name) });
    }
  }
}
