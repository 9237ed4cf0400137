import { isMap, isNode, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import {
  placeIn,
  placeOfNode,
  type Shape,
  type YamlOptions,
  type YamlReading,
} from './yaml-record/reading.ts';
import { aliasFault, syntaxFault } from './yaml-record/syntax.ts';
import { findInside, unknownKey } from './yaml-record/unknown-key.ts';

export type { Shape } from './yaml-record/reading.ts';

/** The values of a record that are there, as their schemas make them. */
export type Values<S extends Shape> = { [Key in keyof S]?: z.output<S[Key]> };

/** What was read of a YAML mapping, and what is wrong with it. */
export interface YamlRecord<S extends Shape> {
  /** Only what is present and right. */
  values: Values<S>;
  findings: Diagnostic[];
  /** Place of a key's value in the file, or of the whole mapping's start. */
  placeOf(key: keyof S): Place;
}

/** Reads a YAML mapping (keys in any letter case, as Hugo takes them) with the exact place of each problem. */
export function readYamlRecord<S extends Shape>(text: string, shape: S, options: YamlOptions): YamlRecord<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (start: number, end: number): Place => placeIn(lines, options, start, end);
  const whole = at(0, 0);
  const fault = syntaxFault(document, at, options);
  if (fault !== null) return empty([fault], whole);
  if (document.contents === null) return empty([], whole);
  if (!isMap(document.contents)) {
    const hint = 'Write one `key: value` on each line.';
    return empty([diagnostic(options.codes.type, whole, 'Keys with values are expected here.', hint)], whole);
  }
  const alias = aliasFault(document, at, options);
  if (alias !== null) return empty([alias], whole);
  const pairs = document.contents.items as Pair<Node, Node | null>[];
  const read = pairs.map((pair) => readPair(pair, { shape, options, document, at }));
  return collect(read, whole);
}

interface ReadPair {
  key: string | null;
  place: Place;
  value?: unknown;
  findings: Diagnostic[];
}

function readPair(pair: Pair<Node, Node | null>, reading: YamlReading): ReadPair {
  const written = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
  const keyPlace = placeOfNode(pair.key, reading);
  const key = Object.keys(reading.shape).find((known) => known.toLowerCase() === written.toLowerCase());
  if (key === undefined)
    return { key: null, place: keyPlace, findings: unknownKey(written, keyPlace, reading) };
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

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
