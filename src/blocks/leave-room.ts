import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { PlannedCommand } from '../model/plan.ts';
import { dockerCall } from '../shell/docker-call.ts';
import type { Draft, Room } from './block-context.ts';

/**
 * How many of the open rooms a reader is still in who types a Docker command: containers have no Docker, unless its
 * socket was given to them, but a root shell of the reader's own has.
 */
export function roomsWithDocker(rooms: readonly Room[]): number {
  const container = rooms.findIndex(({ opener }) => isContainer(opener));
  if (container === -1) return rooms.length;
  return /\bdind\b|docker\.sock/.test(rooms[container]!.opener.planned.source) ? rooms.length : container;
}

function isContainer({ commands }: Draft): boolean {
  const last = commands.filter(({ depth }) => depth === 0).at(-1);
  return last !== undefined && dockerCall(last.words) !== null;
}

/** Commands of a block that are typed outside of the room that one above them opened, though nothing shows how it is left. */
export function notLeftFindings(drafts: readonly Draft[]): Diagnostic[] {
  return drafts.flatMap(({ planned }, index) => {
    const before = drafts[index - 1]?.planned;
    if (before === undefined || (planned.depth ?? 0) >= depthAfter(before)) return [];
    const opener = drafts.slice(0, index).findLast((one) => one.planned.trait.kind === 'opens');
    if (opener === undefined) return [];
    return [
      diagnostic(
        'room-not-left',
        planned.place,
        `It is typed outside of what \`${opener.planned.source}\` opens, and nothing shows how the reader gets out.`,
        'Show `exit` before it, or begin a new block.',
      ),
    ];
  });
}

function depthAfter({ depth = 0, trait }: PlannedCommand): number {
  if (trait.kind === 'opens') return depth + 1;
  return trait.kind === 'leaves' || trait.kind === 'by-hand' ? 0 : depth;
}
