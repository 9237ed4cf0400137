/**
 * Hugo and Jekyll write code between `{{< highlight bash >}}` or `{% highlight bash %}` and an end of the same kind. To
 * Markdown that is prose, which would lose its lines and whatever looks like HTML. This makes fences of the marks, letter
 * for letter of the same length, so that every place in the result is a place in `source`. Jekyll's `{% raw %}`, which
 * only keeps braces from Jekyll itself, gives way to blanks.
 */
export function withFencedShortcodes(source: string): string {
  if (!/\{(?:\{[<%]|%)-?\s*(?:highlight|raw)\b/.test(source)) return source;
  // Not the letters of line endings: they stay as they are.
  const lines = source.split('\n');
  let fence: string | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    fence = fenceAfter(line, fence);
    if (fence !== null) continue;
    if (rawMark.test(line)) lines[index] = line.replace(/\S/g, ' ');
    const end = endOf(lines, index);
    if (end === null) continue;
    lines[index] = asFence(line);
    lines[end] = lines[end]!.replace(/\{.*\}/, (mark) => '~~~'.padEnd(mark.length));
    index = end;
  }
  return lines.join('\n');
}

const rawMark = /^\s*\{%-?\s*(?:end)?raw\s*-?%\}\s*$/;
const opening =
  /^([ >]*)(?:\{\{[<%]\s*highlight\s+([^\n]{0,300}?)\s?[>%]\}\}|\{%-?\s*highlight\s+([^\n]{0,300}?)\s?-?%\})(\s*)$/;
const endings = [
  /^[ >]*\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}\s*$/,
  /^[ >]*\{%-?\s*endhighlight\s*-?%\}\s*$/,
] as const;

// The line that ends what a line opens; null where it opens nothing, or what stands between would end the fence.
function endOf(lines: readonly string[], index: number): number | null {
  const match = opening.exec(lines[index]!);
  if (match === null) return null;
  const ending = endings[match[2] === undefined ? 1 : 0];
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (ending.test(line)) return at;
    if (/^[\s>]*~~~/.test(line) || opening.test(line)) return null;
  }
  return null;
}

// Hugo's options stand in quotes behind the language.
function asFence(line: string): string {
  const [, indent = '', ofHugo, ofJekyll = '', rest = ''] = opening.exec(line)!;
  const info = (ofHugo ?? ofJekyll).replaceAll('"', '').trim();
  return `${indent}~~~${info}`.padEnd(line.length - rest.length) + rest;
}

/** The fence (its letters) that is open behind a line, when `open` was before it; null for none. */
export function fenceAfter(line: string, open: string | null): string | null {
  const found = /^[\s>]*(`{3,}|~{3,})(.*)$/.exec(line);
  if (found === null) return open;
  const [, letters = '', rest = ''] = found;
  if (open === null) return letters.startsWith('`') && rest.includes('`') ? null : letters;
  const closes = letters[0] === open[0] && letters.length >= open.length && rest.trim() === '';
  return closes ? null : open;
}
