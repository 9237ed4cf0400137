import type { Circumstances } from '../../../values/circumstances.ts';
import { type Bindings, bindValues } from '../values/same-values.ts';
import { holdCell } from './docker-cells.ts';
import { hasOwnName } from './earlier-life.ts';
import { ProjectNames } from './project-names.ts';
import type { Row, Table } from './read-table.ts';

/** Finds for each shown row a printed one of its own, for as many rows as it can, so that values shown twice are the same both times. */
export function assignRows(shown: Table, printed: Table, circumstances: Circumstances): Map<Row, Row> {
  return new Assignment(shown, printed, circumstances).assign();
}

const mostTries = 5_000;

// More rows than that are taken as they come.
const mostRowsTried = 60;

// A search that goes back where a row can't be assigned, until it has tried too much.
class Assignment {
  private readonly columns: string[];
  private readonly shown: Table;
  private readonly printed: Table;
  private readonly circumstances: Circumstances;
  private tries = 0;
  private best = new Map<Row, Row>();

  constructor(shown: Table, printed: Table, circumstances: Circumstances) {
    this.shown = shown;
    this.printed = printed;
    this.circumstances = circumstances;
    this.columns = shown.columns.filter((column) => printed.columns.includes(column));
  }

  /** The assignment of most rows that was found. */
  assign(): Map<Row, Row> {
    if (this.shown.rows.length > mostRowsTried) return this.inTurn();
    this.step(0, new Map(), new Map());
    return this.best;
  }

  private inTurn(): Map<Row, Row> {
    const left = new Set(this.printed.rows);
    let bindings: Bindings = new Map();
    const taken = new Map<Row, Row>();
    for (const row of this.shown.rows) {
      for (const candidate of left) {
        const after = this.holdRow(row, candidate, bindings);
        if (after === null) continue;
        bindings = after;
        left.delete(candidate);
        taken.set(row, candidate);
        break;
      }
    }
    return taken;
  }

  private step(at: number, taken: Map<Row, Row>, bindings: Bindings): boolean {
    if (taken.size > this.best.size) this.best = new Map(taken);
    const row = this.shown.rows[at];
    if (row === undefined) return this.best.size === this.shown.rows.length;
    const used = new Set(taken.values());
    for (const candidate of this.printed.rows) {
      if (used.has(candidate)) continue;
      this.tries += 1;
      const after = this.holdRow(row, candidate, bindings);
      if (after !== null && this.step(at + 1, new Map(taken).set(row, candidate), after)) return true;
      if (this.tries > mostTries) return false;
    }
    return this.step(at + 1, taken, bindings);
  }

  private holdRow(shown: Row, actual: Row, before: Bindings): Bindings | null {
    if (/^\s*\S.*\S\s*$/.test(shown.line) && shown.line.trim() === actual.line.trim()) return before;
    const projects = new ProjectNames(this.circumstances);
    let bindings: Bindings | null = before;
    for (const column of this.columns) {
      const cells = {
        shown: shown.cells.get(column) ?? '',
        actual: actual.cells.get(column) ?? '',
        isNamed: hasOwnName(shown),
      };
      const matches = holdCell(column, cells, this.circumstances, projects);
      bindings = matches === null ? null : bindValues(matches, bindings);
      if (bindings === null) return null;
    }
    return bindings;
  }
}
