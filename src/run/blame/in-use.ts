import { readEngineState } from '../engine-state.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';

// What Docker says of an object that it can't remove; the group is the container that holds it, by id or by name.
const refusals: readonly { sort: string; pattern: RegExp }[] = [
  { sort: 'image', pattern: /conflict: unable to (?:remove|delete)\b.*\bcontainer (\w+)/ },
  { sort: 'volume', pattern: /volume is in use - \[(\w+)/ },
  { sort: 'network', pattern: /\bhas active endpoints(?: \(name:"([^"]+)")?/ },
];

/** An image, a volume or a network that can't be removed because a container still uses it. */
export async function inUseBlame({ output, machine }: Failure): Promise<Blame | null> {
  for (const { sort, pattern } of refusals) {
    const match = pattern.exec(output);
    if (match === null) continue;
    const known = (await readEngineState(machine)).containers;
    const holder = known.find(
      ({ id, name }) => match[1] !== undefined && (name === match[1] || match[1].startsWith(id)),
    );
    if (holder === undefined)
      return pageIsWrong(`a container still uses the ${sort}`, 'remove the container first');
    return pageIsWrong(
      `the container “${holder.name}” still uses the ${sort}`,
      `remove it first (docker rm -f ${holder.name})`,
    );
  }
  return null;
}
