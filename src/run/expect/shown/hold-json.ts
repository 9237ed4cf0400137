import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import { typedText } from '../../../values/typed-text.ts';
import { matchTyped } from '../values/match-typed.ts';
import { type Bindings, bindValues, pinnedOtherwise, versionNotes } from '../values/same-values.ts';
import { environmentKeys, goneKeys, isOfDocker, measuredKeys } from './docker-json.ts';
import { brief, type Difference, differs, isEmpty, isNothing } from './json-difference.ts';
import type { JsonEntry, JsonNode } from './loose-json.ts';

/** Holds shown JSON against printed JSON, node by node: values that appear twice must be the same both times. */
export class JsonHolder {
  readonly notes: string[] = [];
  private bindings: Bindings = new Map();
  private readonly circumstances: Circumstances;
  private readonly isDockers: boolean;

  constructor(circumstances: Circumstances) {
    this.circumstances = circumstances;
    this.isDockers = isOfDocker(circumstances.ran);
  }

  /** The first difference on the way; null when all that is shown is there. */
  hold(shown: JsonNode, actual: JsonNode, key: string): Difference | null {
    if (shown.kind === 'anything' || actual.kind === 'anything') return null;
    if (isEmpty(shown) && isEmpty(actual)) return null;
    if (shown.kind === 'object' && actual.kind === 'object') return this.holdEntries(shown, actual, key);
    if (shown.kind === 'array' && actual.kind === 'array') return this.holdItems(shown, actual, key);
    if (shown.kind === 'string' && actual.kind === 'string') return this.holdText(shown, actual, key);
    if (shown.kind === 'plain' && actual.kind === 'plain') {
      const isMeasured =
        this.isDockers && measuredKeys.test(key) && /^-?\d/.test(shown.text) && /^-?\d/.test(actual.text);
      if (isMeasured || Number(shown.text) === Number(actual.text) || shown.text === actual.text) return null;
    }
    return differs(shown, actual, key);
  }

  private holdEntries(
    shown: JsonNode & { kind: 'object' },
    actual: JsonNode & { kind: 'object' },
    key: string,
  ): Difference | null {
    if (shown.entries.length === 0 && !shown.open && actual.entries.length > 0)
      return differs(shown, actual, key);
    for (const entry of shown.entries) {
      const difference = this.holdEntry(entry, actual.entries);
      if (difference === null) continue;
      if (!this.isOfEnvironment(key) || this.isOwn(entry.key)) return difference;
      this.notes.push(difference.message);
    }
    return null;
  }

  private holdEntry(entry: JsonEntry, actual: readonly JsonEntry[]): Difference | null {
    const printed = this.entryFor(entry, actual);
    if (printed === undefined) return this.lacking(entry);
    const difference = this.hold(entry.value, printed.value, entry.key);
    if (difference === null || !this.isOfEnvironment(entry.key)) return difference;
    // Of its labels and options, those are no concern of the computer's that the page has set itself.
    const isOwn = [entry.value, printed.value].some(
      (node) => node.kind === 'object' && node.entries.some(({ key }) => this.isOwn(key)),
    );
    if (isOwn) return difference;
    this.notes.push(difference.message);
    return null;
  }

  // Some keys are values themselves: the ids of a network's containers.
  private entryFor(shown: JsonEntry, actual: readonly JsonEntry[]): JsonEntry | undefined {
    const same = actual.find(({ key }) => key === shown.key);
    if (same !== undefined) return same;
    const typed = typedText(shown.key, this.circumstances);
    if (typed.parts.every((part) => part.kind === 'literal')) return undefined;
    return actual.find(
      ({ key, value }) =>
        matchTyped(typed, key) !== null &&
        new JsonHolder(this.circumstances).hold(shown.value, value, shown.key) === null,
    );
  }

  private lacking({ key, value }: JsonEntry): Difference | null {
    if (this.isDockers && (isNothing(value) || goneKeys.test(key))) {
      this.notes.push(`“${key}” is not printed any more`);
      return null;
    }
    return {
      shown: `"${key}"`,
      message: `the post shows “"${key}": ${brief(value)}”, but there was no such key`,
    };
  }

  private isOfEnvironment(key: string): boolean {
    return this.isDockers && environmentKeys.test(key);
  }

  private isOwn(key: string): boolean {
    return isSaid(key, this.circumstances);
  }

  private holdItems(
    shown: JsonNode & { kind: 'array' },
    actual: JsonNode & { kind: 'array' },
    key: string,
  ): Difference | null {
    const isList = shown.items.every((item) => item.kind === 'string' || item.kind === 'plain');
    if (isList && !shown.open && shown.items.length !== actual.items.length)
      return differs(shown, actual, key);
    let next = 0;
    for (const item of shown.items) {
      const from = next;
      let difference: Difference | null = differs(item, { kind: 'array', items: [], open: false }, key);
      while (next < actual.items.length && difference !== null) {
        const before = { bindings: this.bindings, notes: this.notes.length };
        const tried = this.hold(item, actual.items[next]!, key);
        if (tried !== null) {
          this.bindings = before.bindings;
          this.notes.length = before.notes;
        }
        if (tried === null || next === from) difference = tried;
        next += 1;
      }
      if (difference !== null) return difference;
    }
    return null;
  }

  private holdText(
    shown: JsonNode & { kind: 'string' },
    actual: JsonNode & { kind: 'string' },
    key: string,
  ): Difference | null {
    if (shown.text === actual.text) return null;
    const matches = matchTyped(typedText(shown.text, this.circumstances), actual.text);
    const bound = matches === null ? null : bindValues(matches, this.bindings);
    if (matches === null || bound === null) return differs(shown, actual, key);
    const pinned = pinnedOtherwise(matches, shown.text, this.circumstances);
    if (pinned !== null) return { shown: brief(shown), message: pinned };
    this.bindings = bound;
    this.notes.push(...versionNotes(matches));
    return null;
  }
}
