import type { Fact, ObjectState, Reading } from './fact.ts';

const states: Readonly<Record<string, ObjectState>> = {
  Creating: 'created',
  Created: 'created',
  Recreating: 'created',
  Recreate: 'created',
  Recreated: 'created',
  Starting: 'started',
  Started: 'started',
  Restarting: 'started',
  Restarted: 'started',
  Running: 'started',
  Waiting: 'started',
  Healthy: 'started',
  Stopping: 'stopped',
  Stopped: 'stopped',
  Killing: 'stopped',
  Killed: 'stopped',
  Exited: 'stopped',
  Removing: 'removed',
  Removed: 'removed',
  Building: 'built',
  Built: 'built',
  Pulling: 'pulled',
  Pulled: 'pulled',
  Error: 'failed',
};
const stateWords = Object.keys(states).join('|');
const composeTwo = new RegExp(
  String.raw`^(?:([✔✓√⠿✘⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏-]) )?(?:(Container|Network|Volume|Image|Service) )?"?([\w][\w./:-]*)"?\s+(${stateWords})\b[\s\d.]*s?$`,
);
const composeOne = new RegExp(
  String.raw`^(${stateWords}) (?:(network|volume|container) )?"?(\w(?:[\w.-]*\w)?)"?(?: \([^)]*\))?(?: with (?:the default|\w+) driver)?(?:\s*\.{3}(?:\s*done)?)?$`,
);

/** Reads a line of Compose 1 or 2, or of a stack. */
export function readCompose(text: string): Reading {
  if (/^(?:Attaching to [\w.-]+(?:, [\w.-]+)*|\[\+\] [A-Za-z]+ \d+\/\d+)$/.test(text)) return 'noise';
  const two = composeTwo.exec(text);
  if (two !== null && (two[1] !== undefined || two[2] !== undefined))
    return objectOf(two[2] ?? 'service', two[3]!, two[4]!, text);
  const one = composeOne.exec(text);
  const saysSo = one !== null && (one[2] !== undefined || /\.{3}|driver$|^Building /.test(text));
  return saysSo
    ? objectOf(one[2] ?? (/^(?:Pull|Build)/.test(one[1]!) ? 'service' : 'container'), one[3]!, one[1]!, text)
    : null;
}

function objectOf(what: string, name: string, state: string, line: string): Fact {
  return {
    kind: 'object',
    what: what.toLowerCase(),
    name: name.replaceAll('_', '-'),
    state: states[state]!,
    line,
  };
}
