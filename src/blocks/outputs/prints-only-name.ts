import { dockerCall, hasFlag } from '../../shell/docker-call.ts';
import type { Draft } from '../block-context.ts';

/** Whether all that a command prints is an id or a name: `docker run -d`, `docker stop`. */
export function printsOnlyName(draft: Draft): boolean {
  const call = dockerCall(draft.commands.findLast((command) => command.depth === 0)?.words ?? []);
  if (call === null || call.object !== 'container') return false;
  if (call.verb === 'run') return hasFlag(call, '-d', '--detach');
  return ['create', 'start', 'stop', 'rm', 'kill', 'restart', 'pause', 'unpause', 'rename'].includes(
    call.verb,
  );
}
