import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import type { BlockContext, Draft, Room } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';

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
        `It is typed outside of the shell or program that \`${opener.planned.source}\` opens, and nothing shows how the reader leaves that.`,
        'Show `exit` before it, or begin a new block.',
      ),
    ];
  });
}

// What leads a reader out, in whatever words.
const leadsOut =
  /\b(?:exit(?:s|ed|ing)?|leav(?:e|es|ing)|left|quit|log ?out|disconnect|detach|clos(?:e|ed|ing)|terminal|window|tab|outside|host|ctrl|control)\b|\^[dpq]\b|\byour (?:own )?(?:computer|machine|laptop|shell|prompt)\b/i;

/** A block that is typed outside of the room that is open, though neither a prompt nor a word says how the reader gets out. */
export function leftUntoldFindings(context: BlockContext, since: readonly Sentence[]): Diagnostic[] {
  const opener = context.rooms.at(-1)?.opener.planned;
  if (opener === undefined || context.transcript !== null || since.some(({ text }) => leadsOut.test(text)))
    return [];
  const { place } = context.block;
  return [
    diagnostic(
      'room-not-left',
      { ...place, endLine: place.line, endColumn: place.column + 3 },
      `The block is typed outside of the shell or program that \`${opener.source}\` (line ${opener.place.line}) opens, and nothing says how the reader leaves that.`,
      'Show `exit` above, or say where it is typed.',
    ),
  ];
}

function depthAfter({ depth = 0, trait }: PlannedCommand): number {
  if (trait.kind === 'opens') return depth + 1;
  return trait.kind === 'leaves' || trait.kind === 'by-hand' ? 0 : depth;
}
