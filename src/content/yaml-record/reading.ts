import type { Document, LineCounter, Node } from 'yaml';
import type * as z from 'zod';
import type { DiagnosticCode } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';

/** The keys that a YAML mapping may have, each with its schema; a schema's error text says what is expected. */
export type Shape = Record<string, z.ZodType>;

/** Where the YAML text stands, and what is said of its problems. */
export interface YamlOptions {
  path: string;
  /** Lines of the file in front of the YAML text. */
  lineOffset: number;
  codes: { syntax: DiagnosticCode; type: DiagnosticCode; unknownKey: DiagnosticCode };
  /** Keys that are accepted and not looked at. */
  ignored: readonly string[];
}

/** A YAML text that is being read. */
export interface YamlReading {
  shape: Shape;
  options: YamlOptions;
  document: Document;
  /** The place in the file of a stretch of the YAML text. */
  at(start: number, end: number): Place;
}

/** The place in the file of a node. */
export function placeOfNode(node: Node, reading: YamlReading): Place {
  const [start, end] = node.range ?? [0, 0];
  return reading.at(start, end);
}

/** The place in the file of a stretch of the YAML text, whose lines are given. */
export function placeIn(
  lines: LineCounter,
  { path, lineOffset }: YamlOptions,
  start: number,
  end: number,
): Place {
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
