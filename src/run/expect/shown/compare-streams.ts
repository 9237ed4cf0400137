import { compareLines, type LineRules } from './compare-lines.ts';
import { type Comparison, lineMissing } from './comparison.ts';
import { isEllipsis } from './line-form.ts';

const prefixed = /^\s*([\w][\w.-]{0,80}?)\s*\| ?(.*)$/;

/** Whether these lines are what Compose prints of several containers, each line with its container in front. */
export function isStreams(lines: readonly string[]): boolean {
  return (
    lines.some((line) => prefixed.test(line)) &&
    lines.every((line) => prefixed.test(line) || isEllipsis(line))
  );
}

/** Compares the lines of each container on their own: in which order the containers get their turn is chance. */
export function compareStreams(
  shown: readonly string[],
  actual: readonly string[],
  rules: LineRules,
): Comparison {
  const printed = streamsOf(actual);
  const notes: string[] = [];
  for (const [service, lines] of streamsOf(shown)) {
    const names = [...printed.keys()];
    const name =
      names.find((candidate) => candidate === service) ??
      names.find((candidate) => isSameService(service, candidate));
    if (name === undefined) return lineMissing(`${service} | ${lines[0]}`, actual[0] ?? null);
    const comparison = compareLines(lines, printed.get(name)!, rules);
    if (!comparison.held) return comparison;
    notes.push(...comparison.notes);
  }
  return { held: true, notes: [...new Set(notes)] };
}

function streamsOf(lines: readonly string[]): Map<string, string[]> {
  const streams = new Map<string, string[]>();
  for (const line of lines) {
    const [, name, text] = prefixed.exec(line) ?? [];
    if (name === undefined || text!.trim() === '') continue;
    const known = streams.get(name);
    if (known === undefined) streams.set(name, [text!]);
    else known.push(text!);
  }
  return streams;
}

// `shop_web_1`, `shop-web-1`, `web-1` and `web_1` are all the first container of the service web.
function isSameService(shown: string, actual: string): boolean {
  const [one, other] = [shown.replaceAll('_', '-'), actual.replaceAll('_', '-')];
  return one === other || one.endsWith(`-${other}`) || other.endsWith(`-${one}`);
}
