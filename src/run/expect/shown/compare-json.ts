import { type Circumstances, isSaid } from '../values/circumstances.ts';
import { matchTyped } from '../values/match-typed.ts';
import { printedBy } from '../values/printed-by.ts';
import { type Bindings, bindValues, pinnedOtherwise, versionNotes } from '../values/same-values.ts';
import { typedText } from '../values/typed-text.ts';
import { type Comparison, shorten } from './comparison.ts';
import { type JsonEntry, type JsonNode, readLooseJson } from './loose-json.ts';

/**
 * Compares two texts as JSON: the keys and values shown must be there, their order and layout don't matter. Null when
 * one of the two is no JSON.
 */
export function compareJson(shown: string, actual: string, circumstances: Circumstances): Comparison | null {
  const expected = readLooseJson(shown);
  if (expected === null) return null;
  const printed = readLooseJson(actual) ?? readLooseJson(actual.slice(Math.max(0, actual.search(/^[[{]/m))));
  if (printed === null) return null;
  // An excerpt may be of something further inside; what differs is told of the first that could be meant.
  let first: Comparison | null = null;
  for (const candidate of [printed, ...innerNodes(printed)]) {
    if (candidate.kind !== expected.kind) continue;
    const comparison = tryToHold(expected, candidate, circumstances);
    if (comparison.held) return comparison;
    first ??= comparison;
  }
  return first ?? tryToHold(expected, printed, circumstances);
}

function tryToHold(expected: JsonNode, printed: JsonNode, circumstances: Circumstances): Comparison {
  const walk = new Walk(circumstances);
  const difference = walk.hold(expected, printed, '');
  if (difference === null) return { held: true, notes: [...new Set(walk.notes)] };
  return { held: false, expected: difference.shown, message: difference.message };
}

function* innerNodes(node: JsonNode): Generator<JsonNode> {
  const children =
    node.kind === 'object' ? node.entries.map(({ value }) => value) : node.kind === 'array' ? node.items : [];
  for (const child of children) {
    if (child.kind === 'object' || child.kind === 'array') yield child;
    yield* innerNodes(child);
  }
}

interface Difference {
  shown: string;
  message: string;
}

const measuredKeys =
  /^(?:Pid|(?:Virtual)?Size|SizeRw|SizeRootFs|Created)$|[Tt]imestamp|[Uu]ptime|[Dd]uration|[Ll]atency|^Index$/;
/** Keys whose values describe the computer, or that Docker fills with more as it grows. */
const environmentKeys =
  /^(?:Architecture|Variant|GraphDriver|KernelVersion|OperatingSystem|Options|Labels|Annotations)$/;
/** Keys that older engines printed. */
const goneKeys =
  /^(?:ContainerConfig|DockerVersion|VirtualSize|Container|Parent|GraphDriver|Bridge|HairpinMode|LinkLocalIPv6\w+|SecondaryIP\w+|EndpointID|Gateway|GlobalIPv6\w+|IPAddress|IPPrefixLen|IPv6Gateway|MacAddress|OnBuild|Attachable|Ingress|Secret|ConfigOnly|ConfigFrom)$/;

// A file that a container prints is none of Docker's own, though `json` stands in its name.
function isOfDocker(ran: string): boolean {
  return (
    printedBy(ran).programs.some((program) => program.startsWith('docker ')) &&
    /\binspect\b|\s(?:--format|-f)[= ]\s*["']?\s*(?:json\b|\{\{\s*json\b)/.test(ran)
  );
}

class Walk {
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
        new Walk(this.circumstances).hold(shown.value, value, shown.key) === null,
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

function isEmpty(node: JsonNode): boolean {
  return isNothing(node) && node.kind !== 'string' && (node.kind !== 'plain' || node.text === 'null');
}

function isNothing(node: JsonNode): boolean {
  return (
    (node.kind === 'plain' && /^(?:null|false|0)$/.test(node.text)) ||
    (node.kind === 'string' && node.text === '') ||
    (node.kind === 'object' && node.entries.length === 0 && !node.open) ||
    (node.kind === 'array' && node.items.length === 0 && !node.open)
  );
}

function differs(shown: JsonNode, actual: JsonNode, key: string): Difference {
  const [one, other] = [brief(shown), brief(actual)];
  const where = key === '' ? '' : `"${key}": `;
  return { shown: `${where}${one}`, message: `the post shows “${where}${one}”, but it was ${other}` };
}

function brief(node: JsonNode): string {
  switch (node.kind) {
    case 'anything':
      return '…';
    case 'plain':
      return node.text;
    case 'string':
      return shorten(JSON.stringify(node.text));
    case 'object':
      return node.entries.length === 0 ? '{}' : `{ "${node.entries[0]!.key}": … }`;
    case 'array':
      return node.items.length === 0
        ? '[]'
        : shorten(`[${node.items.slice(0, 3).map(brief).join(', ')}${node.items.length > 3 ? ', …' : ''}]`);
  }
}
