import { callName, type DockerCall, dockerCall, flagValues } from '../../shell/docker-call.ts';
import type { Draft } from '../block-context.ts';

/** What a call takes away, or stops: the second time there is nothing left of it. */
const ends: Readonly<Record<string, string>> = {
  'container rm': 'container gone',
  'container prune': 'container gone',
  'container stop': 'container stopped',
  'container kill': 'container stopped',
  'image rm': 'image gone',
  'image prune': 'image gone',
  'volume rm': 'volume gone',
  'volume prune': 'volume gone',
  'network rm': 'network gone',
  'network prune': 'network gone',
  'service rm': 'service gone',
  'stack rm': 'stack gone',
  'compose down': 'project gone',
};
// They take all that is not in use, so a prune of one sort has nothing left.
const everything = ['container gone', 'image gone', 'network gone'];

/** Whether commands have nothing left to do, or no name left to give, once the others were typed. */
export function leavesNothingFor(first: readonly Draft[], second: readonly Draft[]): boolean {
  const [done, again] = [callsOf(first), callsOf(second)];
  return endsAgain(done, again) || namesAgain(done, again);
}

function callsOf(drafts: readonly Draft[]): DockerCall[] {
  const calls = drafts.flatMap(({ commands }) => commands).map(({ words }) => dockerCall(words));
  // A listing only finds what another command takes: `docker rm $(docker ps -aq)`.
  return calls.filter((call): call is DockerCall => call !== null && call.verb !== 'ls');
}

function endsAgain(done: readonly DockerCall[], again: readonly DockerCall[]): boolean {
  const ended = new Set(done.flatMap(endsOf));
  const named = new Set(done.flatMap(namesIn));
  return (
    again.length > 0 &&
    again.every((call) => endsOf(call).length > 0 && endsOf(call).every((end) => ended.has(end))) &&
    again.flatMap(namesIn).every((name) => named.has(name))
  );
}

function endsOf(call: DockerCall): string[] {
  const name = callName(call);
  return name === 'system prune' ? everything : name in ends ? [ends[name]!] : [];
}

// `$(docker ps -aq)` and `$NAME` name nothing of their own.
function namesIn({ args }: DockerCall): string[] {
  return args.map(({ text }) => text).filter((text) => !/[$`]/.test(text));
}

function namesAgain(done: readonly DockerCall[], again: readonly DockerCall[]): boolean {
  const given = new Set(done.flatMap(namesGiven));
  return again.flatMap(namesGiven).some((name) => given.has(name));
}

function namesGiven(call: DockerCall): string[] {
  switch (callName(call)) {
    case 'container run':
    case 'container create':
      return flagValues(call, '--name').map((name) => `container ${name}`);
    case 'network create':
      return call.args.map(({ text }) => `network ${text}`);
    case 'service create':
      return flagValues(call, '--name').map((name) => `service ${name}`);
    default:
      return [];
  }
}
