import type { Code } from 'mdast';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';

const boxSigns = /[\u2500-\u259f]/g;
const arrows = /[\u2190-\u21ff\u25a0-\u25ff]/g;

/** Whether a block is a picture made of box-drawing signs (U+2500-259F): at least two lines hold some. */
export function isDiagram(text: string): boolean {
  const drawn = text.split('\n').filter((line) => (line.match(boxSigns)?.length ?? 0) >= 2);
  const isTree = /[├└]──/.test(text) && !/[┌┐┘┤]/.test(text);
  return drawn.length >= 2 && !isTree;
}

/** Whether a block holds box-drawing signs, so that its lines should touch. */
export function isDrawn(text: string): boolean {
  return text.search(boxSigns) >= 0;
}

/** The words in a diagram, line by line: what a reader who cannot see it is told. */
export function diagramLabel(text: string): string {
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .replace(boxSigns, ' ')
        .replace(arrows, ' ')
        .replaceAll('**', '')
        .trim()
        .replace(/\s{2,}/g, ', '),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const words = lines.join('; ');
  return `Diagram: ${words.length > 400 ? `${words.slice(0, 399)}…` : words}`;
}

/** A note for each `**bold**` in a diagram, where it is printed as it stands. */
export function findDiagramMarkup(
  code: Code,
  { path, source }: { path: string; source: string },
): Diagnostic[] {
  if (!isDiagram(code.value) || !code.position) return [];
  const { start, end } = code.position;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  return lines.flatMap((text, index) => {
    const match = /\*\*[^*]+\*\*/.exec(text);
    if (!match) return [];
    const [line, column] = [start.line + index, match.index + 1];
    const place = { path, line, column, endLine: line, endColumn: column + match[0].length };
    const message = `\`${match[0]}\` is Markdown, but a diagram shows it as it stands.`;
    return [diagnostic('diagram-markup', place, message, 'Take the `**` out and fill the gap with blanks.')];
  });
}
