import type { Machine } from '../machine/machine.ts';
import { engineRequest } from './engine-state.ts';

/** A container that ended by itself, not because a command stopped or killed it. */
export interface Death {
  container: string;
  name: string;
  exitStatus: number;
}

/** An event of a container as the engine's API gives it, oldest first. */
export interface ContainerEvent {
  Action: string;
  Actor: { ID: string; Attributes: Record<string, string> };
  /** Nanoseconds since 1970. */
  timeNano: number;
}

/** Those that died by themselves between two moments (seconds since 1970, with fractions), oldest first. */
export async function readDeaths(machine: Machine, since: number, until: number): Promise<Death[]> {
  const from = since - signalReachS;
  const filters = encodeURIComponent('{"type":["container"],"event":["start","die","kill"]}');
  const answer = await machine.run(engineRequest(`events?since=${from}&until=${until}&filters=${filters}`), {
    timeoutMs: 15_000,
  });
  if (answer.exitStatus !== 0) return [];
  const lines = answer.stdout.split('\n').filter((line) => line.startsWith('{'));
  return deathsIn(
    lines.map((line) => JSON.parse(line) as ContainerEvent),
    since,
  );
}

// `docker kill` does not wait for the end, and `docker stop` gives ten seconds: the signal may stand before `since`.
const signalReachS = 30;

// The engine tells of a signal only after it has sent it, so that the death may be told first.
const toldLaterNs = 1e9;

/**
 * The deaths among these events, from `since` on (seconds since 1970), that no signal caused: none was sent since the
 * container was started last.
 */
export function deathsIn(events: readonly ContainerEvent[], since = 0): Death[] {
  return events.flatMap((event, index) => {
    if (event.Action !== 'die' || event.timeNano < since * 1e9) return [];
    const own = ({ Actor }: ContainerEvent): boolean => Actor.ID === event.Actor.ID;
    const started = events.slice(0, index).findLastIndex((one) => own(one) && one.Action === 'start');
    const behind = events.slice(index + 1);
    const next = behind.findIndex((one) => own(one) && one.Action === 'start');
    const soon = behind
      .slice(0, next === -1 ? undefined : next)
      .filter(({ timeNano }) => timeNano - event.timeNano < toldLaterNs);
    const wasKilled = [...events.slice(started + 1, index), ...soon].some(
      (one) => own(one) && one.Action === 'kill',
    );
    if (wasKilled) return [];
    const { ID, Attributes } = event.Actor;
    return [
      {
        container: ID.slice(0, 12),
        name: Attributes.name ?? '',
        exitStatus: Number(Attributes.exitCode ?? 0),
      },
    ];
  });
}
