import type { Circumstances } from '../../../values/circumstances.ts';
import { typedText } from '../../../values/typed-text.ts';
import { matchTyped } from '../values/match-typed.ts';
import { type Comparison, lineMissing } from './comparison.ts';

const statusLine = /^(?:< )?HTTP\/[\d.]+ \d{3}\b/;
const header = /^(?:< )?([A-Za-z][\w-]{0,60}):\s?(.*)$/;
/** Headers of which each answer has its own value. */
const varying = new Set(
  'date,etag,last-modified,content-length,server,expires,set-cookie,via,age,x-request-id,x-powered-by,report-to,nel,cf-ray,alt-svc,keep-alive'.split(
    ',',
  ),
);

/** An answer's headers at the start of some lines: where they begin and end. Null when there are none. */
export function headersIn(lines: readonly string[]): { start: number; end: number } | null {
  const start = lines.findIndex((line) => statusLine.test(line.slice(0, 100)));
  if (start === -1) return null;
  let end = start + 1;
  while (end < lines.length && header.test(lines[end]!.slice(0, 2_000))) end += 1;
  return { start, end };
}

/** Holds the headers that a page shows against those that came, by name, in any order. Both begin with a status line. */
export function compareHeaders(
  shown: readonly string[],
  actual: readonly string[],
  circumstances: Circumstances,
): Comparison {
  const [status, ...expected] = shown as [string, ...string[]];
  if (actual.length === 0) return lineMissing(status, null);
  if (matchTyped(typedText(status, circumstances), actual[0]!) === null)
    return lineMissing(status, actual[0]!);
  const came = new Map(actual.slice(1).map((line) => partsOf(line)));
  const notes: string[] = [];
  for (const line of expected) {
    const [name, value] = partsOf(line);
    const other = came.get(name);
    if (varying.has(name)) {
      if (other === undefined) notes.push(`the answer has no header “${name}”`);
      continue;
    }
    const holds = other !== undefined && matchTyped(typedText(value, circumstances), other) !== null;
    if (!holds) return lineMissing(line, other === undefined ? '' : `${name}: ${other}`);
  }
  return { held: true, notes };
}

function partsOf(line: string): [string, string] {
  const [, name = '', value = ''] = header.exec(line.slice(0, 2_000)) ?? [];
  return [name.toLowerCase(), value];
}
