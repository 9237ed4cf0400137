import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Code } from 'mdast';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import { walkElements } from './walk.ts';

const marks = [
  // Shortcodes of Hugo; tags of Jekyll, GitBook and Eleventy; helpers of mdBook.
  /\{\{[<%].{0,200}?[%>]\}\}|\{%.{0,200}?%\}|\{\{[#/].{0,200}?\}\}/,
  // Boxes of Docusaurus, DigitalOcean and their like that don't fit together.
  /^[^\S\n]*:{3,}.{0,80}$|^[^\S\n]*<\$>(?:\[\w+\])?/,
  // Attributes of Kramdown and Python-Markdown, and what Kramdown says to itself.
  /\{::?(?:[^{}\n]{0,200})\}|\{:\/\w*\}|(?<=^|\s)\{\s*[.#][\w-][^{}\n]{0,200}\}/,
  // MDX.
  /^import\s(?:[^'"\n]{0,200}\sfrom\s)?['"][^'"\n]{0,200}['"];?$|^export\s(?:const|default|function)\b.{0,200}$|\{\/\*.{0,200}?\*\/\}/,
  // Files to be put in here: PyMdown, VitePress. A table of contents.
  /^-{1,2}8<-{1,2}\s.{0,200}$|^<<<\s[@./~].{0,200}$|^\[{1,2}_?toc_?\]{1,2}$/i,
];
const markup = new RegExp(marks.map(({ source }) => source).join('|'), 'gim');

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
  return children.map(textIn).join('').match(markup) ?? [];
}

// An address in a mark has become a link. Other elements are looked at by themselves.
function textIn(child: ElementContent): string {
  if (child.type === 'text') return child.value;
  return child.type === 'element' && child.tagName === 'a' && /^https?:/.test(textOf(child))
    ? textOf(child)
    : '\0';
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
