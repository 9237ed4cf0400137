import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import type { Match } from '../values/match-typed.ts';
import { tellsTime } from './time-words.ts';

interface Status {
  state: string;
  /** Null where none is given. */
  exitStatus: string | null;
  health: string | null;
  /** Since when, or for how long. */
  time: string;
}

/** Holds a container's status by its kind, whatever its age; undefined when the shown text is no such status. */
export function holdsStatus(shown: string, actual: string): Match[] | null | undefined {
  if (isCensus(shown)) return censusOf(shown) === censusOf(actual) ? [] : null;
  const [one, other] = [readStatus(shown), readStatus(actual)];
  if (one === null) return undefined;
  if (other === null || one.state !== other.state) return null;
  if (one.exitStatus !== null && one.exitStatus !== other.exitStatus) return null;
  if (!tellsTime(one.time) && one.time !== other.time) return null;
  return holdsHealth(one.health, other.health) ? [] : null;
}

// `running(2), exited(1)`: how many containers of a project are in which state.
function isCensus(text: string): boolean {
  return /^[a-z]+\(\d+\)(?:, [a-z]+\(\d+\))*$/.test(text.trim());
}

function censusOf(text: string): string {
  return text.trim().split(', ').sort().join(', ');
}

// Where the page caught a container still starting, being further is no difference.
function holdsHealth(shown: string | null, actual: string | null): boolean {
  if (shown === actual) return true;
  if (shown === 'health: starting') return actual === 'healthy';
  return shown === null && actual !== 'unhealthy';
}

const states: Readonly<Record<string, string>> = {
  running: 'up',
  exit: 'exited',
  'removal in progress': 'removing',
};

function readStatus(text: string): Status | null {
  // `running(2)` of `docker compose ls` counts.
  if (/^\w+\(/.test(text)) return null;
  const word = /^(?:up|running|exited|exit|created|paused|restarting|dead|removal in progress|removing)\b/i
    .exec(text)?.[0]
    .toLowerCase();
  if (word === undefined) return null;
  const state = /\(paused\)/i.test(text) ? 'paused' : (states[word] ?? word);
  return {
    state,
    exitStatus:
      /^\w+ \(?(\d{1,3})\)?(?= |$)/.exec(state === 'exited' || state === 'restarting' ? text : '')?.[1] ??
      null,
    health: /\((healthy|unhealthy|health: starting)\)/.exec(text)?.[1] ?? null,
    time: text
      .slice(word.length)
      .replace(/\([^)]*\)/g, '')
      .trim(),
  };
}

interface Port {
  address: string | null;
  host: string | null;
  inside: string;
}

/** Holds a cell of published and exposed ports. What an image exposes beside a published port is its makers' choice. */
export function holdsPorts(shown: string, actual: string, circumstances: Circumstances): boolean {
  if (/(?:…|\.{3})$/.test(shown)) return holdsPorts(shown.replace(/,?[^,]*$/, ''), actual, circumstances);
  const [expected, printed] = [readPorts(shown), readPorts(actual)];
  if (!expected.some(isPublished) && printed.some(isPublished)) return false;
  return expected
    .filter((port) => isPublished(port) || !expected.some(isPublished) || isSaid(port.inside, circumstances))
    .every((port) => printed.some((other) => isSamePort(port, other, circumstances)));
}

function isPublished({ host }: Port): boolean {
  return host !== null;
}

function readPorts(cell: string): Port[] {
  return cell.split(/,\s*/).flatMap((text): Port[] => {
    if (text.trim() === '') return [];
    const [, address, host, inside] = /^(?:(.*):)?([\d-]+)->(.+)$/.exec(text.trim()) ?? [];
    if (inside === undefined) return [{ address: null, host: null, inside: text.trim() }];
    return [{ address: everywhere.has(address ?? '') ? null : (address ?? null), host: host!, inside }];
  });
}

const everywhere = new Set(['', '0.0.0.0', '::', '[::]', '*']);

function isSamePort(shown: Port, actual: Port, circumstances: Circumstances): boolean {
  if (shown.inside !== actual.inside || shown.address !== actual.address) return false;
  if (shown.host === actual.host) return true;
  if (shown.host === null || actual.host === null) return false;
  return isGivenByEngine(shown.host) && isGivenByEngine(actual.host) && !isSaid(shown.host, circumstances);
}

function isGivenByEngine(port: string): boolean {
  return Number(port) >= 32_768;
}
