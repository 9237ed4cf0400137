import type { Node } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import { meantKey, unknownKeysIn } from '../unknown-keys.ts';
import { placeOfNode, type YamlOptions, type YamlReading } from './reading.ts';

/** What to say of a key that no shape has; nothing when it is one that is accepted without effect. */
export function unknownKey(written: string, place: Place, { shape, options }: YamlReading): Diagnostic[] {
  const isIgnored = options.ignored.some((key) => key.toLowerCase() === written.toLowerCase());
  if (isIgnored) return [];
  const known = [...Object.keys(shape), ...options.ignored];
  return [unknownFinding(written, known, place, options)];
}

/** The unknown keys within a value. */
export function findInside(value: Node, schema: z.ZodType | undefined, reading: YamlReading): Diagnostic[] {
  const unknown = schema ? unknownKeysIn(value, schema) : [];
  return unknown.map(({ node, written, known }) =>
    unknownFinding(written, known, placeOfNode(node, reading), reading.options),
  );
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
