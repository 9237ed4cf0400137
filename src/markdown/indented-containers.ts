import { fenceAfter } from './fences/fenced-shortcodes.ts';

/**
 * MkDocs writes tabs (`=== "Linux"`), admonitions (`!!! note`) and folded ones (`??? tip`) as a line with its content
 * indented by four blanks, which Markdown takes for code. This makes list items of them, letter for letter of the same
 * length, so that every place in the result is a place in `source`. Source: Python-Markdown's admonition syntax,
 * PyMdown Extensions' Tabbed and Details.
 */
export function withIndentedContainers(source: string): string {
  if (!opening.test(source)) return source;
  const lines = source.split('\n');
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    fence = fenceAfter(line, fence);
    if (fence === null && holdsIndented(lines, index)) lines[index] = asListItem(line);
  }
  return lines.join('\n');
}

const opening = /^[ >]*(?:={3}[!+]?[ ]+"|!{3}[ ]|\?{3}\+?[ ])/m;
const tab = /^[ >]*===[!+]?\s+"[^"]+"\s*$/;
const mark = /^([ >]*)(={3}[!+]?|!{3}|\?{3}\+?)([ ]+)(?=\S)/;

function holdsIndented(lines: readonly string[], index: number): boolean {
  const indent = mark.exec(lines[index]!)?.[1]?.length;
  if (indent === undefined || (/^[ >]*=/.test(lines[index]!) && !tab.test(lines[index]!))) return false;
  const next = lines.slice(index + 1).find((line) => line.trim() !== '');
  return (
    next !== undefined &&
    /^ {4,}/.test(next.slice(indent)) &&
    next.slice(0, indent) === lines[index]!.slice(0, indent)
  );
}

// `!!! note` becomes `+   note`: the content of a list item with this marker is indented by four.
function asListItem(line: string): string {
  const [whole, indent = ''] = mark.exec(line)!;
  const rest = line.slice(whole.length);
  return `${indent}+   ${rest}`.padEnd(line.length).slice(0, line.length);
}
