import { dockerCall } from '../../shell/docker-call.ts';
import type { Draft } from '../block-context.ts';
import type { PageWalk } from '../walk-state.ts';
import { printsOnlyName } from './prints-only-name.ts';

const dockerTable = /^\s*(?:CONTAINER ID|REPOSITORY|IMAGE|NETWORK ID|DRIVER|NAME)\s{2,}/;

/**
 * The command that a block below may be the output of: the last one. A list of Docker's is that of the last command of the
 * same block that lists something, where those after it print no more than a name (`docker ps`, then `docker stop web`).
 */
export function lastPrinter({ last, lastIsNear, typed }: PageWalk, text: string): Draft | null {
  if (last === null || !lastIsNear || !printsOnlyName(last) || !dockerTable.test(text)) return last;
  const drafts = typed.at(-1)?.drafts ?? [];
  if (drafts.at(-1) !== last) return last;
  const lister = drafts.findLastIndex(lists);
  return lister !== -1 && drafts.slice(lister + 1).every(printsOnlyName) ? drafts[lister]! : last;
}

function lists({ commands }: Draft): boolean {
  const call = dockerCall(commands.findLast(({ depth }) => depth === 0)?.words ?? []);
  return call?.verb === 'ls' || call?.verb === 'ps';
}
