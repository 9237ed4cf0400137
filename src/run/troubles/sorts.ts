import type { PlannedCommand } from '../../model/plan.ts';
import { callName, type DockerCall, dockerCall, flagValues } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import { wordsOf } from '../../shell/words-of.ts';

/** A sort of things that one command makes and another may lack without naming any of them. */
export type Sort = 'container' | 'image' | 'network' | 'volume' | 'service' | 'node' | 'package';

const composeMakes: readonly Sort[] = ['container', 'image', 'network', 'volume'];
const makes: Readonly<Record<string, readonly Sort[]>> = {
  'container run': ['container', 'image'],
  'container create': ['container', 'image'],
  'container commit': ['image'],
  'image pull': ['image'],
  'image build': ['image'],
  'buildx build': ['image'],
  'image tag': ['image'],
  'image load': ['image'],
  'image import': ['image'],
  'network create': ['network'],
  'volume create': ['volume'],
  'compose up': composeMakes,
  'compose create': composeMakes,
  'compose run': composeMakes,
  'compose start': ['container'],
  'compose build': ['image'],
  'compose pull': ['image'],
  'service create': ['service', 'container'],
  'stack deploy': ['service', 'container', 'network'],
  'swarm init': ['node'],
  'swarm join': ['node'],
};

/** The sorts of things that are missing when this command was not done. */
export function sortsMadeBy(source: string): Set<Sort> {
  const sorts = new Set(wordsOf(source).flatMap(madeBy));
  // A package source, or the key of one.
  if (/\/etc\/apt\/|\badd-apt-repository\b|\/etc\/yum/.test(source)) sorts.add('package');
  return sorts;
}

function madeBy(words: readonly ShellWord[]): readonly Sort[] {
  const call = dockerCall(words);
  if (call === null) return isInstaller(words) ? ['package'] : [];
  const isMounting = [...flagValues(call, '-v', '--volume'), ...flagValues(call, '--mount')].length > 0;
  return [...(makes[callName(call)] ?? []), ...(isMounting ? (['volume'] as const) : [])];
}

const shown: Readonly<Record<string, readonly Sort[]>> = {
  'container ls': ['container'],
  'container stats': ['container'],
  'container prune': ['container'],
  'image ls': ['image'],
  'image prune': ['image'],
  'network ls': ['network'],
  'network prune': ['network'],
  'volume ls': ['volume'],
  'volume prune': ['volume'],
  'system df': ['container', 'image', 'volume'],
  'system prune': ['container', 'image', 'network'],
  'system info': ['container', 'image'],
  'node ls': ['node'],
  'service ls': ['service'],
};

/** The sorts of things that a command is about without naming them: what it lists, asks or takes all of. */
export function sortsNeededBy(command: PlannedCommand): Set<Sort> {
  const sorts = new Set(wordsOf(command.source).flatMap(neededBy));
  for (const { wants } of command.placeholders)
    if (wants.object === 'address') sorts.add('container');
    else if (wants.object !== 'port' && wants.object !== 'fixed' && wants.object !== 'unknown')
      sorts.add(wants.object);
  const isLocal = ({ kind, ...rest }: PlannedCommand['expectations'][number]): boolean =>
    kind === 'http' && 'url' in rest && local.test(rest.url);
  if (command.expectations.some(isLocal) || command.expectations.some(showsContainers))
    sorts.add('container');
  return sorts;
}

// What `docker network inspect` tells of the containers in a network.
function showsContainers(expectation: PlannedCommand['expectations'][number]): boolean {
  return expectation.kind === 'output' && /"(?:EndpointID|IPv4Address)": "[^"]/.test(expectation.text);
}

const local = /^(?:https?:\/\/)?(?:localhost|127\.|0\.0\.0\.0|\[::1\])/;

function neededBy(words: readonly ShellWord[]): readonly Sort[] {
  const call = dockerCall(words);
  if (call !== null) return neededByDocker(call);
  if (isInstaller(words)) return ['package'];
  const asksHere =
    ['curl', 'wget'].includes(words[0]?.text ?? '') && words.some(({ text }) => local.test(text));
  return asksHere ? ['container'] : [];
}

function neededByDocker(call: DockerCall): readonly Sort[] {
  if (call.object === 'compose') return ['container'];
  if (call.object === 'node' || call.object === 'service') return [call.object];
  // `docker rm $(docker ps -aq)`: without a container it has nothing to work on.
  const takesAll = call.args.some(({ text }) => /\$\(\s*docker\b/.test(text));
  const sort = (['container', 'image', 'network', 'volume'] as const).find((one) => one === call.object);
  return takesAll && sort !== undefined ? [sort] : (shown[callName(call)] ?? []);
}

function isInstaller(words: readonly ShellWord[]): boolean {
  const texts = words.map(({ text }) => text);
  const program = texts.find((text) => text !== 'sudo' && !text.includes('='));
  return (
    ['apt', 'apt-get', 'dnf', 'yum', 'apk'].includes(program ?? '') &&
    /\b(?:install|add)\b/.test(texts.join(' '))
  );
}
