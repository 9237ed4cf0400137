import type { PlannedBlock, PlannedCommand } from '../../model/plan.ts';
import type { Cause, CommandReport } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { wordsOf } from '../../shell/words-of.ts';
import {
  changesThings,
  imagesRunBy,
  nameNeededBy,
  namesMadeBy,
  namesSpokenOf,
  portsPublishedBy,
} from './needs.ts';
import { type Sort, sortsMadeBy, sortsNeededBy } from './sorts.ts';

/** What keeps a command from being typed, and the verdict that it gets instead. */
export interface Obstacle {
  verdict: Verdict;
  cause: Cause;
}

// The shell's own exit status where it finds no such command.
const noSuchCommand = 127;

interface Trouble extends Obstacle {
  line: number;
  names: Set<string>;
  /** Whether it was kept from being typed by an earlier trouble, which it then stands for. */
  untyped: boolean;
  /** Whether it was typed into a shell that is open inside something; absent: it was not. */
  inside?: boolean;
  /** Sorts of things that are missing because of it. */
  sorts: Set<Sort>;
  /** All that it speaks of; empty when it did its work and only a promise about it was broken. */
  topics: Set<string>;
}

/** A shell that an earlier command should have opened; `depth` counts those opened inside it. */
interface ClosedRoom {
  block: string;
  depth: number;
  obstacle: Obstacle;
}

/**
 * Commands that did not work on this path so far, and what later ones can't have because of them. A block that
 * stopped half-way is not gone on with; a shell that was not opened is not typed into; a directory that was not
 * entered makes all that follows pointless.
 */
export class Troubles {
  private readonly list: Trouble[] = [];
  private stoppedBlock: { id: string; obstacle: Obstacle } | null = null;
  private closedRoom: ClosedRoom | null = null;
  private lost: Obstacle | null = null;

  /** Why this command is not to be typed; null when nothing speaks against it. */
  obstacleTo(command: PlannedCommand, block: PlannedBlock): Obstacle | null {
    if (this.lost !== null) return this.lost;
    if (this.closedRoom !== null && block.kind !== 'inside' && block.id !== this.closedRoom.block)
      this.closedRoom = null;
    if (this.closedRoom !== null) return this.inClosedRoom(this.closedRoom, command);
    if (this.stoppedBlock?.id === block.id) return this.stoppedBlock.obstacle;
    const makes = namesMadeBy(command.source);
    for (const trouble of this.list) {
      const missing = new Set([...trouble.names].filter((name) => !makes.has(name)));
      const needed = nameNeededBy(command.source, missing);
      if (needed === null) continue;
      return trouble.untyped
        ? inherited(trouble)
        : follows(trouble, `needs “${needed}” from line ${trouble.line}`);
    }
    return null;
  }

  /**
   * The earlier trouble from which a failure most likely follows, because both speak of the same thing: a web page
   * that does not answer after the server was not started says nothing new. Or because it lists or takes all of a sort
   * of which the earlier one made nothing. Null when it stands for itself.
   */
  originOf(command: PlannedCommand): Obstacle | null {
    const topics = namesSpokenOf(command);
    const sorts = sortsNeededBy(command);
    for (const trouble of this.list) {
      const shared = [...topics].find((topic) => trouble.topics.has(topic));
      // After a failure a listing still shows what is wrong with it; after what was blocked nobody knows.
      const lacked =
        trouble.verdict === 'blocked' ? [...sorts].find((sort) => trouble.sorts.has(sort)) : undefined;
      if (shared === undefined && lacked === undefined) continue;
      if (trouble.untyped) return inherited(trouble);
      const why =
        shared === undefined
          ? `would have made ${lacked === 'image' ? 'an' : 'a'} ${lacked}`
          : `is about “${shared}”`;
      return follows(trouble, `follows from line ${trouble.line}, which did not work either and ${why}`);
    }
    return null;
  }

  /** The installation from whose failure it follows that there is no such command; null when there was none. */
  originOfLack({ exitStatus, cause, depth }: CommandReport): Obstacle | null {
    const isMisspelt = cause?.fix !== undefined || /^did you mean/.test(cause?.hint ?? '');
    if (isMisspelt) return null;
    const isInside = depth > 0;
    const trouble = this.list.find((one) => one.sorts.has('package') && (one.inside ?? false) === isInside);
    if (exitStatus !== noSuchCommand || trouble === undefined) return null;
    return follows(
      trouble,
      `follows from line ${trouble.line}, which did not work either and would have installed it`,
    );
  }

  /** Takes note of a command that was not typed: what needs it has the same obstacle. */
  recordUntyped(command: PlannedCommand, block: PlannedBlock, obstacle: Obstacle): void {
    if (obstacle.verdict === 'skipped') {
      this.recordSkipped(command, block, obstacle);
      return;
    }
    const untyped = obstacle.verdict !== 'failed';
    const line = command.place.line;
    const trouble: Trouble = {
      ...obstacle,
      line,
      names: namesMadeBy(command.source),
      untyped,
      sorts: sortsMadeBy(command.source),
      inside: (command.depth ?? 0) > 0,
      topics: new Set([...namesSpokenOf(command), ...portsPublishedBy(command.source)]),
    };
    this.list.push(trouble);
    this.close(command, block, untyped ? obstacle : follows(trouble, `line ${line} was not done`), false);
  }

  // What is for another system says nothing about this one; what an author leaves out is missed only by its name.
  private recordSkipped(command: PlannedCommand, block: PlannedBlock, obstacle: Obstacle): void {
    if (command.trait.kind === 'other-system' || command.trait.kind === 'by-hand') return;
    const trouble: Trouble = {
      ...obstacle,
      line: command.place.line,
      names: namesMadeBy(command.source),
      untyped: true,
      sorts: new Set(),
      topics: new Set(),
    };
    this.list.push(trouble);
    this.close(command, block, inherited(trouble), false);
  }

  /** Takes note of how a typed command went: what it made is no longer missed, what it did not do is. */
  record(command: PlannedCommand, block: PlannedBlock, report: CommandReport): void {
    if (report.verdict === 'passed')
      for (const trouble of this.list)
        for (const name of namesMadeBy(command.source)) trouble.names.delete(name);
    if (report.verdict === 'passed' || report.verdict === null) return;
    const obstacle: Obstacle = {
      verdict: report.verdict,
      cause: report.cause ?? { whose: 'page', message: 'did not work', hint: null, line: null },
    };
    const made = report.exitStatus === 0 ? new Set<string>() : namesMadeBy(command.source);
    const trouble: Trouble = {
      ...obstacle,
      line: command.place.line,
      names: made,
      untyped: false,
      sorts: report.exitStatus === 0 ? new Set() : sortsMadeBy(command.source),
      inside: (command.depth ?? 0) > 0,
      topics: new Set(
        report.exitStatus !== 0 && changesThings(command.source) ? topicsOf(command, obstacle) : [],
      ),
    };
    this.list.push(trouble);
    this.close(
      command,
      block,
      follows(trouble, `line ${trouble.line} was not done`),
      report.exitStatus === 0,
    );
  }

  /** Whether anything so far did not work. */
  get any(): boolean {
    return this.list.length > 0;
  }

  /** What makes everything after it pointless; null while nothing does. */
  get lostToAll(): Obstacle | null {
    return this.lost;
  }

  /** The terminal is gone and with it what the reader had in it. */
  loseTerminal(line: number, message: string): void {
    this.lost = { verdict: 'not-run', cause: { whose: 'earlier', message, hint: null, line } };
  }

  private close(command: PlannedCommand, block: PlannedBlock, next: Obstacle, worked: boolean): void {
    // In a shell that is open inside something, it is not the reader's own directory.
    const isOwn = (command.depth ?? 0) === 0;
    if (isOwn && changesDirectory(command.source) && !worked) this.lost ??= next;
    if (command.trait.kind === 'opens') this.closedRoom ??= { block: block.id, depth: 1, obstacle: next };
    const stops = next.verdict === 'blocked' && block.kind !== 'catalogue';
    if (stops && this.stoppedBlock?.id !== block.id) this.stoppedBlock = { id: block.id, obstacle: next };
  }

  private inClosedRoom(room: ClosedRoom, command: PlannedCommand): Obstacle {
    if (command.trait.kind === 'opens') room.depth += 1;
    if (command.trait.kind === 'leaves') room.depth -= 1;
    if (room.depth === 0) this.closedRoom = null;
    return room.obstacle;
  }
}

// What could not be pulled is not there for others either.
function topicsOf(command: PlannedCommand, { cause }: Obstacle): string[] {
  const images = cause.whose === 'registry' ? imagesRunBy(command.source) : [];
  return [...namesSpokenOf(command), ...images, ...portsPublishedBy(command.source)];
}

// An excuse is for one command; what depends on it has none of its own.
function inherited(trouble: Trouble): Obstacle {
  return { verdict: trouble.verdict === 'skipped' ? 'not-run' : trouble.verdict, cause: trouble.cause };
}

function follows(trouble: Trouble, message: string): Obstacle {
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

function changesDirectory(source: string): boolean {
  return wordsOf(source).some(([program]) => program?.text === 'cd' || program?.text === 'pushd');
}
