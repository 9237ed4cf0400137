import { isForOthers, type PlannedBlock, type PlannedCommand } from '../../model/plan.ts';
import type { CommandReport } from '../../model/report.ts';
import { Closures } from './closures.ts';
import { nameNeededBy, namesMadeBy, namesSpokenOf } from './needs.ts';
import { sortsNeededBy } from './sorts.ts';
import {
  follows,
  inherited,
  isInside,
  type Obstacle,
  skippedTrouble,
  type Trouble,
  typedTrouble,
  untypedTrouble,
} from './trouble.ts';

// The shell's own exit status where it finds no such command.
const noSuchCommand = 127;

/** Commands that did not work on this path so far, and what later ones can't have because of them. */
export class Troubles {
  private readonly list: Trouble[] = [];
  private readonly closures = new Closures();

  /** Why this command is not to be typed; null when nothing speaks against it. */
  obstacleTo(command: PlannedCommand, block: PlannedBlock): Obstacle | null {
    const closed = this.closures.obstacleTo(command, block);
    if (closed !== null) return closed;
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
    const trouble = this.list.find((one) => one.sorts.has('package') && one.inside === isInside({ depth }));
    if (exitStatus !== noSuchCommand || trouble === undefined) return null;
    return follows(
      trouble,
      `follows from line ${trouble.line}, which did not work either and would have installed it`,
    );
  }

  /** Takes note of a command that was not typed: what needs it has the same obstacle. */
  recordUntyped(command: PlannedCommand, block: PlannedBlock, obstacle: Obstacle): void {
    // What is for another system says nothing about this one.
    if (obstacle.verdict === 'skipped' && isForOthers(command.trait)) return;
    const trouble =
      obstacle.verdict === 'skipped' ? skippedTrouble(command, obstacle) : untypedTrouble(command, obstacle);
    this.list.push(trouble);
    const next = trouble.untyped ? inherited(trouble) : follows(trouble, notDone(trouble));
    this.closures.close({ command, block, worked: false }, next);
  }

  /** Takes note of how a typed command went: what it made is no longer missed, what it did not do is. */
  record(command: PlannedCommand, block: PlannedBlock, report: CommandReport): void {
    if (report.verdict === 'passed')
      for (const trouble of this.list)
        for (const name of namesMadeBy(command.source)) trouble.names.delete(name);
    // Typed and skipped is what only some readers have to take away: nothing is missing where it was not there.
    if (report.verdict === 'passed' || report.verdict === 'skipped' || report.verdict === null) return;
    const trouble = typedTrouble(command, report.verdict, report);
    this.list.push(trouble);
    const worked = report.exitStatus === 0;
    this.closures.close({ command, block, worked }, follows(trouble, notDone(trouble)));
  }

  /** Whether anything so far did not work. */
  get any(): boolean {
    return this.list.length > 0;
  }

  /** What makes everything after it pointless; null while nothing does. */
  get lostToAll(): Obstacle | null {
    return this.closures.lost;
  }

  /** The terminal is gone and with it what the reader had in it. */
  loseTerminal(line: number, message: string): void {
    this.closures.lost = { verdict: 'not-run', cause: { whose: 'earlier', message, hint: null, line } };
  }
}

function notDone({ line }: Trouble): string {
  return `line ${line} was not done`;
}
