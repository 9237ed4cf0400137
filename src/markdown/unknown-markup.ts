import type { Element, Root } from 'hast';
import type { Code } from 'mdast';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import { walkElements } from './walk.ts';

// Shortcodes of Hugo; tags of Jekyll, GitBook and Eleventy; boxes of Docusaurus and its like that don't fit together.
const markup = /\{\{[<%].{0,200}?[%>]\}\}|\{%.{0,200}?%\}|^[^\S\n]*:{3,}.{0,80}$/gm;

/** A warning for each mark of another site generator that nobody understands here, so that readers see it as it stands. */
export function findUnknownMarkup(tree: Root, path: string): Diagnostic[] {
  const findings: Diagnostic[] = [];
  walkElements(tree, (element) => {
    if (element.tagName === 'pre' || element.tagName === 'code') return 'skip';
    findings.push(...marksIn(element).map((mark) => finding(mark, element, path)));
    return undefined;
  });
  return findings;
}

function marksIn({ children }: Element): string[] {
  return children.flatMap((child) => (child.type === 'text' ? (child.value.match(markup) ?? []) : []));
}

function finding(mark: string, { position }: Element, path: string): Diagnostic {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  const message = `\`${mark.trim()}\` belongs to another site generator, and readers see it as it stands.`;
  return diagnostic(
    'markup-unknown',
    pointAt(path, line, column),
    message,
    'Write it in Markdown, or take it out.',
  );
}

/** A note for each diagram that is given as a text for a program that draws it: readers see the text. */
export function findUndrawn(code: Code, path: string): Diagnostic[] {
  const language = /^(?:mermaid|plantuml|dot|graphviz|d2)$/i.exec(code.lang ?? '')?.[0];
  if (language === undefined || !code.position) return [];
  const { line, column } = code.position.start;
  const message = `The diagram is not drawn: readers see its ${language} text.`;
  const hint = 'Save it as an SVG file beside the post and show that: `![what it shows](diagram.svg)`.';
  return [diagnostic('diagram-not-drawn', pointAt(path, line, column), message, hint)];
}
