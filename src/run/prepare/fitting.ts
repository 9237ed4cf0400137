import type { WantedState } from '../../model/plan.ts';
import type { EngineState } from '../engine-state.ts';

/** The containers that are in the wanted state, the best first and else the newest first. */
export function fittingContainers(wanted: WantedState, state: EngineState): EngineState['containers'] {
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

/** First those whose name or image is among the words that the page has beside the placeholder (`near`). */
export function nearestFirst(
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
