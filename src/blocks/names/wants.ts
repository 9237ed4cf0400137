import type { Want, WantedState } from '../../model/plan.ts';
import { type DockerCall, hasFlag, withoutWrappers } from '../../shell/docker-call.ts';
import type { ShellWord, SimpleCommand } from '../../shell/parse-shell.ts';

const states: Readonly<Record<string, WantedState>> = {
  stop: 'running',
  kill: 'running',
  pause: 'running',
  exec: 'running',
  attach: 'running',
  top: 'running',
  stats: 'running',
  port: 'running',
  wait: 'running',
  start: 'stopped',
  unpause: 'paused',
  rm: 'stopped',
  logs: 'running-first',
  inspect: 'running-first',
  diff: 'running-first',
  cp: 'running-first',
  commit: 'running-first',
  export: 'running-first',
  rename: 'running-first',
  update: 'running-first',
  restart: 'running-first',
};

/**
 * What a placeholder must be bound to, from its own words (`CONTAINER_ID`, `<image>`) and from the command
 * around it. `field` overrules what the words say.
 */
export function wantFor(
  text: string,
  at: { call: DockerCall | null; word: ShellWord; field: 'id' | 'name' | null },
): Want {
  const words: string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const field =
    at.field ??
    (words.some((word) => /^(?:id|ids|\w+(?:container|image|network)ids?)$/.test(word)) ? 'id' : 'name');
  // One computer is a swarm of its own, whose only node hears of itself there.
  const isSwarm = at.call?.object === 'swarm' && at.call.verb === 'init';
  if (isSwarm && words.some((word) => /^(?:ip|addr|address|managerip|hostip|host)$/.test(word)))
    return { object: 'fixed', value: '127.0.0.1' };
  const object = objectOf(words, at);
  if (object === 'container') return { object, field, state: stateFor(at.call) };
  if (object === 'image' || object === 'network' || object === 'volume') return { object, field };
  return object === 'port' ? { object } : { object: 'unknown' };
}

function objectOf(words: string[], at: { call: DockerCall | null; word: ShellWord }): string {
  if (at.call === null) return 'unknown';
  for (const [object, pattern] of wordsFor) if (words.some((word) => pattern.test(word))) return object;
  const isGeneral = words.every((word) =>
    /^(?:id|ids|name|names|my|your|the|some|sha|[0-9a-f]+)$/.test(word),
  );
  return isGeneral || words.length === 0 ? objectByPosition(at.call, at.word) : 'unknown';
}

const wordsFor: readonly [string, RegExp][] = [
  ['port', /^ports?$/],
  ['container', /^(?:your|my)?containers?(?:ids?|names?)?$/],
  ['image', /^(?:your|my)?images?(?:ids?|names?)?$/],
  ['network', /^(?:your|my)?networks?(?:ids?|names?)?$/],
  ['volume', /^(?:your|my)?volumes?(?:names?)?$/],
];

function objectByPosition(call: DockerCall, word: ShellWord): string {
  if (call.flags.some((flag) => flag.valueWord === word)) return 'unknown';
  if (call.verb === 'run' || call.verb === 'create')
    return call.object === 'container' ? 'image' : call.object;
  const index = call.args.indexOf(word);
  if (call.object === 'network' && ['connect', 'disconnect'].includes(call.verb))
    return index === 0 ? 'network' : 'container';
  if (call.verb === 'exec' && index > 0) return 'unknown';
  return ['container', 'image', 'network', 'volume'].includes(call.object) ? call.object : 'unknown';
}

function stateFor(call: DockerCall | null): WantedState {
  if (call === null || call.object === 'network') return 'any';
  if (call.verb === 'rm') return hasFlag(call, '-f', '--force') ? 'running-first' : 'stopped';
  return states[call.verb] ?? 'any';
}

const speaking = /^(?:ping6?|curl|wget|telnet|nc|ncat|ssh|dig|nslookup|traceroute|tracepath|arping)$/;

/** Whether a placeholder is a container's address: `ping IP`, `curl <container-ip>:80`. That of a server is another matter. */
export function isContainersAddress(text: string, { words }: SimpleCommand): boolean {
  if (!speaking.test(withoutWrappers(words)[0]?.text ?? '')) return false;
  const parts: string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return (
    parts.some((part) => /^ip$|^containerip$/.test(part)) &&
    parts.every((part) => /^(?:ip|address|addr|of|the|your|container|containerip)$/.test(part)) &&
    (parts[0] !== 'your' || parts.includes('container'))
  );
}
