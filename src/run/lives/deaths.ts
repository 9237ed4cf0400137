import type { Machine } from '../../machine/machine.ts';
import { engineRequest } from '../engine-state.ts';

/** A container that ended by itself, not because a command stopped or killed it. */
export interface Death {
  container: string;
  name: string;
  /** As it was named when the container was made; empty where the engine doesn't say. */
  image: string;
  exitStatus: number;
  /** Seconds since 1970. */
  at: number;
}

/** What containers did by themselves or were told to do within a while. */
export interface ContainerLives {
  deaths: Death[];
  starts: Moment[];
  /** Whenever one ended or was paused, for whatever reason. */
  ends: Moment[];
}

/** When something happened to a container. */
export interface Moment {
  /** The container's short id. */
  container: string;
  /** Seconds since 1970. */
  at: number;
}

/** An event of a container as the engine's API gives it, oldest first. */
export interface ContainerEvent {
  Action: string;
  /** `signal` is its number; `exitCode` that of a death. */
  Actor: { ID: string; Attributes: { name?: string; image?: string; exitCode?: string; signal?: string } };
  /** Nanoseconds since 1970. */
  timeNano: number;
}

/**
 * The containers that were started or ended, and those of them that died by themselves, between two moments (seconds since 1970, with
 * fractions), oldest first. Null when the engine does not answer, as while it is being restarted.
 */
export async function readLives(
  machine: Machine,
  since: number,
  until: number,
): Promise<ContainerLives | null> {
  const from = since - signalReachS;
  const filters = encodeURIComponent('{"type":["container"],"event":["start","die","kill","stop","pause"]}');
  const answer = await machine.run(engineRequest(`events?since=${from}&until=${until}&filters=${filters}`), {
    timeoutMs: 15_000,
  });
  if (answer.exitStatus !== 0) return null;
  const lines = answer.stdout.split('\n').filter((line) => line.startsWith('{'));
  const events = lines.map((line) => JSON.parse(line) as ContainerEvent);
  const momentsOf = (...actions: string[]): Moment[] =>
    events
      .filter(({ Action, timeNano }) => actions.includes(Action) && timeNano >= since * 1e9)
      .map(({ Actor, timeNano }) => ({ container: Actor.ID.slice(0, 12), at: timeNano / 1e9 }));
  return { deaths: deathsIn(events, since), starts: momentsOf('start'), ends: momentsOf('die', 'pause') };
}

// `docker kill` does not wait for the end, and `docker stop` gives ten seconds: the signal may stand before `since`.
const signalReachS = 30;

// The engine tells of a signal only after it has sent it, so that the death may be told first.
const toldLaterNs = 1e9;

/**
 * The deaths among these events, from `since` on (seconds since 1970), that nobody caused: no signal that ends a
 * process was sent shortly before, none of which the exit status tells, and the engine was not asked to stop it.
 */
export function deathsIn(events: readonly ContainerEvent[], since = 0): Death[] {
  return events.flatMap((event, index) => {
    if (event.Action !== 'die' || event.timeNano < since * 1e9) return [];
    if (lifeAround(events, index).some((one) => caused(one, event))) return [];
    const { ID, Attributes } = event.Actor;
    return [
      {
        container: ID.slice(0, 12),
        name: Attributes.name ?? '',
        image: Attributes.image ?? '',
        exitStatus: Number(Attributes.exitCode ?? 0),
        at: event.timeNano / 1e9,
      },
    ];
  });
}

/** The events of a container between the start before its death and the start after it. */
function lifeAround(events: readonly ContainerEvent[], death: number): ContainerEvent[] {
  const { ID } = events[death]!.Actor;
  const isStart = (one: ContainerEvent): boolean => one.Actor.ID === ID && one.Action === 'start';
  const before = events.slice(0, death);
  const behind = events.slice(death + 1);
  const next = behind.findIndex(isStart);
  return [
    ...before.slice(before.findLastIndex(isStart) + 1),
    ...behind.slice(0, next === -1 ? undefined : next),
  ].filter((one) => one.Actor.ID === ID);
}

// SIGINT, SIGQUIT, SIGKILL, SIGTERM.
const endingSignals = new Set([2, 3, 9, 15]);

function caused(one: ContainerEvent, death: ContainerEvent): boolean {
  const laterNs = death.timeNano - one.timeNano;
  if (laterNs > signalReachS * 1e9 || laterNs <= -toldLaterNs) return false;
  // An image may name another signal that stops it; the engine tells at the end that it was stopped.
  if (one.Action === 'stop') return true;
  if (one.Action !== 'kill') return false;
  const signal = Number(one.Actor.Attributes.signal ?? 9);
  return endingSignals.has(signal) || Number(death.Actor.Attributes.exitCode) === 128 + signal;
}
