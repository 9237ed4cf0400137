import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause, CommandReport } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { changesThings, imagesRunBy, namesMadeBy, namesSpokenOf, portsPublishedBy } from './needs.ts';
import { type Sort, sortsMadeBy } from './sorts.ts';

/** What keeps a command from being typed, and the verdict that it gets instead. */
export interface Obstacle {
  verdict: Verdict;
  cause: Cause;
}

/** A command that did not do its work, with all that later ones can't have because of it. */
export interface Trouble extends Obstacle {
  line: number;
  /** Names that are missing because of it. */
  names: Set<string>;
  /** Whether it was kept from being typed by an earlier trouble, which it then stands for. */
  untyped: boolean;
  /** Whether it belongs into a shell that is open inside something. */
  inside: boolean;
  /** Sorts of things that are missing because of it. */
  sorts: Set<Sort>;
  /** All that it speaks of; empty when it did its work and only a promise about it was broken. */
  topics: Set<string>;
}

/** The trouble that is left by a command that was not typed because of an obstacle. */
export function untypedTrouble(command: PlannedCommand, obstacle: Obstacle): Trouble {
  return {
    ...obstacle,
    line: command.place.line,
    names: namesMadeBy(command.source),
    untyped: obstacle.verdict !== 'failed',
    sorts: sortsMadeBy(command.source),
    inside: isInside(command),
    topics: new Set([...namesSpokenOf(command), ...portsPublishedBy(command.source)]),
  };
}

/** The trouble that is left by a command that the author leaves out: it is missed only by its name. */
export function skippedTrouble(command: PlannedCommand, obstacle: Obstacle): Trouble {
  return {
    ...obstacle,
    line: command.place.line,
    names: namesMadeBy(command.source),
    untyped: true,
    sorts: new Set(),
    inside: isInside(command),
    topics: new Set(),
  };
}

/** The trouble that is left by a command that was typed and got this verdict. */
export function typedTrouble(command: PlannedCommand, verdict: Verdict, report: CommandReport): Trouble {
  const cause = report.cause ?? { whose: 'page', message: 'did not work', hint: null, line: null };
  // With status 0 it did its work, and only a promise about it was broken.
  const isDone = report.exitStatus === 0;
  return {
    verdict,
    cause,
    line: command.place.line,
    names: isDone ? new Set() : namesMadeBy(command.source),
    untyped: false,
    sorts: isDone ? new Set() : sortsMadeBy(command.source),
    inside: isInside(command),
    topics: new Set(!isDone && changesThings(command.source) ? topicsOf(command, cause) : []),
  };
}

// What could not be pulled is not there for others either.
function topicsOf(command: PlannedCommand, cause: Cause): string[] {
  const images = cause.whose === 'registry' ? imagesRunBy(command.source) : [];
  return [...namesSpokenOf(command), ...images, ...portsPublishedBy(command.source)];
}

/** Whether a command is typed into a shell that is open inside something. */
export function isInside({ depth = 0 }: { depth?: number }): boolean {
  return depth > 0;
}

/** The obstacle of what needs a command that was not typed. An excuse is for one command; what depends on it has none of its own. */
export function inherited(trouble: Trouble): Obstacle {
  return { verdict: trouble.verdict === 'skipped' ? 'not-run' : trouble.verdict, cause: trouble.cause };
}

/** The obstacle of what can't be had because of a trouble; `message` says how the one follows from the other. */
export function follows(trouble: Trouble, message: string): Obstacle {
  const verdict = trouble.verdict === 'failed' ? 'not-run' : trouble.verdict;
  const why = trouble.verdict === 'blocked' ? `: ${trouble.cause.message}` : '';
  return {
    verdict,
    cause: {
      whose: trouble.verdict === 'blocked' ? trouble.cause.whose : 'earlier',
      message: `${message}${why}`,
      hint: null,
      line: trouble.line,
    },
  };
}
