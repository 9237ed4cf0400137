import { dockerCall, hasFlag } from '../../shell/docker-call.ts';
import type { Draft } from '../block-context.ts';

/** What a command lists: Docker's objects of one sort, of containers those that run or all of them. */
export interface ObjectListing {
  sort: 'container' | 'image' | 'volume' | 'network';
  all: boolean;
}

const sorts: readonly ObjectListing['sort'][] = ['container', 'image', 'volume', 'network'];

/** What the last part of a command lists without leaving any out by a filter; null when it lists nothing of Docker's. */
export function listsWhat({ commands }: Draft): ObjectListing | null {
  const call = dockerCall(commands.findLast(({ depth }) => depth === 0)?.words ?? []);
  const sort = sorts.find((one) => one === call?.object);
  if (call?.verb !== 'ls' || sort === undefined || call.args.length > 0) return null;
  if (hasFlag(call, '-f', '--filter', '-n', '--last', '-l', '--latest')) return null;
  return { sort, all: sort !== 'container' || hasFlag(call, '-a', '--all') };
}
