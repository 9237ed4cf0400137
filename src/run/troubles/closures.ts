import type { PlannedBlock, PlannedCommand } from '../../model/plan.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { isMissedByName } from './missed-by-name.ts';
import { isInside, type Obstacle } from './trouble.ts';

/** A shell that an earlier command should have opened; `depth` counts those opened inside it. */
interface ClosedRoom {
  block: string;
  depth: number;
  obstacle: Obstacle;
}

/**
 * Where a path can't be gone on with, whatever a command needs: the rest of a block that stopped half-way, where
 * nobody can tell what of it needs that step, a shell that was not opened, and all that follows where a directory was not
 * entered or a terminal is gone.
 */
export class Closures {
  private stoppedBlock: { id: string; obstacle: Obstacle } | null = null;
  private closedRoom: ClosedRoom | null = null;
  /** What makes everything after it pointless; null while nothing does. */
  lost: Obstacle | null = null;

  /** What closes the place where this command is to be typed; null where it is open. */
  obstacleTo(command: PlannedCommand, block: PlannedBlock): Obstacle | null {
    if (this.lost !== null) return this.lost;
    if (this.closedRoom !== null && block.kind !== 'inside' && block.id !== this.closedRoom.block)
      this.closedRoom = null;
    if (this.closedRoom !== null) return this.inClosedRoom(this.closedRoom, command);
    return this.stoppedBlock?.id === block.id ? this.stoppedBlock.obstacle : null;
  }

  /** Closes what a command should have opened; `next` is the obstacle of what follows it, `worked` whether it ended with 0. */
  close(
    { command, block, worked }: { command: PlannedCommand; block: PlannedBlock; worked: boolean },
    next: Obstacle,
  ): void {
    // In a shell that is open inside something, it is not the reader's own directory.
    if (!isInside(command) && changesDirectory(command.source) && !worked) this.lost ??= next;
    if (command.trait.kind === 'opens') this.closedRoom ??= { block: block.id, depth: 1, obstacle: next };
    const stops = next.verdict === 'blocked' && block.kind !== 'catalogue' && !isMissedAlone(command);
    if (stops && this.stoppedBlock?.id !== block.id) this.stoppedBlock = { id: block.id, obstacle: next };
  }

  private inClosedRoom(room: ClosedRoom, command: PlannedCommand): Obstacle {
    if (command.trait.kind === 'opens') room.depth += 1;
    if (command.trait.kind === 'leaves') room.depth -= 1;
    if (room.depth === 0) this.closedRoom = null;
    return room.obstacle;
  }
}

// What needs it is found by its name, as in later blocks; the rest of the block has nothing to do with it.
function isMissedAlone(command: PlannedCommand): boolean {
  return command.trait.kind === 'plain' && !isInside(command) && isMissedByName(command.source);
}

function changesDirectory(source: string): boolean {
  return wordsOf(source).some(([program]) => program?.text === 'cd' || program?.text === 'pushd');
}
