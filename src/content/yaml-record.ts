import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { meantKey, unknownKeysIn } from './unknown-keys.ts';

/** The keys that a YAML mapping may have, each with its schema; a schema's error text says what is expected. */
export type Shape = Record<string, z.ZodType>;

export type Values<S extends Shape> = { [Key in keyof S]?: z.output<S[Key]> };

export interface YamlRecord<S extends Shape> {
  /** Only what is present and right. */
  values: Values<S>;
  findings: Diagnostic[];
  /** Place of a key's value in the file, or of the whole mapping's start. */
  placeOf(key: keyof S): Place;
}

export interface YamlOptions {
  path: string;
  /** Lines of the file in front of the YAML text. */
  lineOffset: number;
  codes: { syntax: DiagnosticCode; type: DiagnosticCode; unknownKey: DiagnosticCode };
  /** Keys that are accepted and not looked at. */
  ignored: readonly string[];
}

/** Reads a YAML mapping (keys in any letter case, as Hugo takes them) with the exact place of each problem. */
export function readYamlRecord<S extends Shape>(text: string, shape: S, options: YamlOptions): YamlRecord<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (start: number, end: number): Place => placeIn(lines, options, start, end);
  const whole = at(0, 0);
  const broken = document.errors[0];
  if (broken) {
    const [start, end] = openQuote(document, broken) ?? broken.pos;
    return empty([syntaxFinding(broken, at(start, end), options)], whole);
  }
  if (document.contents === null) return empty([], whole);
  if (!isMap(document.contents)) {
    const hint = 'Write one `key: value` on each line.';
    return empty([diagnostic(options.codes.type, whole, 'Keys with values are expected here.', hint)], whole);
  }
  const alias = unusableAlias(document);
  if (alias !== null) return empty([aliasFinding(alias, at, options)], whole);
  const pairs = document.contents.items as Pair<Node, Node | null>[];
  const read = pairs.map((pair) => readPair(pair, { shape, options, document, at }));
  return collect(read, whole);
}

interface Reading {
  shape: Shape;
  options: YamlOptions;
  document: ReturnType<typeof parseDocument>;
  at(start: number, end: number): Place;
}

// Plain data can be written down; what leads back to itself, or unfolds without end, can't.
function unusableAlias(document: Document): Node | null {
  let first: Node | null = null;
  visit(document, {
    Alias(_key, node) {
      first = node;
      return visit.BREAK;
    },
  });
  if (first === null) return null;
  try {
    JSON.stringify(document.toJS());
    return null;
  } catch {
    return first;
  }
}

function aliasFinding(alias: Node, at: Reading['at'], { codes }: YamlOptions): Diagnostic {
  const [start, end] = alias.range ?? [0, 0];
  const message = 'Aliases such as this one lead back to themselves, or stand for too much.';
  return diagnostic(codes.syntax, at(start, end), message, 'Write the value out where it is needed.');
}

interface ReadPair {
  key: string | null;
  place: Place;
  value?: unknown;
  findings: Diagnostic[];
}

function readPair(pair: Pair<Node, Node | null>, reading: Reading): ReadPair {
  const written = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
  const keyPlace = placeOfNode(pair.key, reading);
  const key = Object.keys(reading.shape).find((known) => known.toLowerCase() === written.toLowerCase());
  if (key === undefined) return { key: null, place: keyPlace, ...unknownKey(written, keyPlace, reading) };
  const place = isNode(pair.value) ? placeOfNode(pair.value, reading) : keyPlace;
  const value = isNode(pair.value) ? pair.value.toJS(reading.document) : null;
  // An empty value (`description:`) is a key that was not filled in yet.
  if (value === null) return { key, place, findings: [] };
  const inside = findInside(pair.value as Node, reading.shape[key], reading);
  const result = reading.shape[key]?.safeParse(value);
  if (result?.success) return { key, place, value: result.data, findings: inside };
  const issue = result?.error.issues[0];
  const inner = issue && isNode(pair.value) ? innerNode(pair.value, issue.path) : null;
  const isMissing = inner?.depth !== issue?.path.length;
  const found = isMissing ? 'nothing' : show(inner ? inner.node.toJS(reading.document) : value);
  const name = [written, ...(issue?.path ?? [])].join('.');
  const message = `\`${name}\` must be ${issue?.message ?? 'something else'}, but ${found} was found.`;
  const finding = diagnostic(
    reading.options.codes.type,
    inner ? placeOfNode(inner.node, reading) : place,
    message,
    '',
  );
  return { key, place, findings: [finding, ...inside] };
}

function findInside(value: Node, schema: z.ZodType | undefined, reading: Reading): Diagnostic[] {
  const unknown = schema ? unknownKeysIn(value, schema) : [];
  return unknown.map(({ node, written, known }) =>
    unknownFinding(written, known, placeOfNode(node, reading), reading.options),
  );
}

// The node that a schema's path leads to, or the deepest one on the way that is there.
function innerNode(node: Node, path: PropertyKey[]): { node: Node; depth: number } {
  let at = { node, depth: 0 };
  for (const step of path) {
    const next = 'get' in at.node ? getNode(at.node, step) : null;
    if (!isNode(next)) break;
    at = { node: next, depth: at.depth + 1 };
  }
  return at;
}

function getNode(node: object, step: PropertyKey): unknown {
  const get = (node as { get?: (key: unknown, keepScalar: boolean) => unknown }).get;
  return get ? get.call(node, step, true) : null;
}

function unknownKey(written: string, place: Place, { shape, options }: Reading): { findings: Diagnostic[] } {
  const isIgnored = options.ignored.some((key) => key.toLowerCase() === written.toLowerCase());
  if (isIgnored) return { findings: [] };
  const known = [...Object.keys(shape), ...options.ignored];
  return { findings: [unknownFinding(written, known, place, options)] };
}

// A slip such as `darft` must not publish what it was to withhold.
function unknownFinding(
  written: string,
  known: readonly string[],
  place: Place,
  { codes }: YamlOptions,
): Diagnostic {
  const { near, isSlip } = meantKey(written, known);
  const hint = near ? `Did you mean \`${near}\`?` : 'Take it out, or check its spelling.';
  const finding = diagnostic(codes.unknownKey, place, `\`${written}\` is not a known key.`, hint);
  return isSlip ? { ...finding, severity: 'error' } : finding;
}

function collect<S extends Shape>(pairs: ReadPair[], whole: Place): YamlRecord<S> {
  const entries = pairs.filter((pair) => pair.value !== undefined).map((pair) => [pair.key, pair.value]);
  const places = new Map(pairs.map((pair) => [pair.key, pair.place]));
  return {
    values: Object.fromEntries(entries) as Values<S>,
    findings: pairs.flatMap((pair) => pair.findings),
    placeOf: (key) => places.get(String(key)) ?? whole,
  };
}

function empty<S extends Shape>(findings: Diagnostic[], whole: Place): YamlRecord<S> {
  return { values: {}, findings, placeOf: () => whole };
}

function syntaxFinding({ code, message }: YAMLError, place: Place, { codes }: YamlOptions): Diagnostic {
  const text = `This is not valid YAML: ${message.replace(/\.?$/, '.')}`;
  const hint = isOpenQuote(message) ? 'Close the quote that opens here.' : syntaxHints[code];
  return diagnostic(codes.syntax, place, text, hint ?? usualHint);
}

const usualHint = 'A text that holds `: ` or starts with a special sign needs quotes.';
const syntaxHints: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'The key is there twice: keep one of the two.',
  TAB_AS_INDENT: 'Indent with blanks.',
};

// The parser names where it gave the quote up; the author looks for the one that was never closed.
function openQuote(document: Document, { message, pos }: YAMLError): [number, number] | null {
  if (!isOpenQuote(message)) return null;
  let found: [number, number] | null = null;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (type?.startsWith('QUOTE') && range?.[1] === pos[0]) found = [range[0], range[0] + 1];
    },
  });
  return found;
}

function isOpenQuote(message: string): boolean {
  return /^Missing closing .quote/.test(message);
}

function placeOfNode(node: Node, reading: Reading): Place {
  const [start, end] = node.range ?? [0, 0];
  return reading.at(start, end);
}

function placeIn(lines: LineCounter, { path, lineOffset }: YamlOptions, start: number, end: number): Place {
  const from = lines.linePos(start);
  const to = lines.linePos(end);
  return {
    path,
    line: Math.max(1, from.line) + lineOffset,
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line) + lineOffset,
    endColumn: Math.max(1, to.col),
  };
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
