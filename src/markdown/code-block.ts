import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code } from 'mdast';
import { diagramLabel, isDiagram, isDrawn } from './diagram.ts';
import { highlightCode, highlightShell } from './highlight.ts';
import { isShellLanguage, languageName } from './languages.ts';

/** What a page adds to a code block. */
export interface BlockExtras {
  /** Shell text though its language does not say so, or the other way round; null when that is not known. */
  isShell: boolean | null;
  /** Stands under the code, inside its frame. */
  below: ElementContent[];
}

// Shorter lines never scroll, even on a narrow screen, so their block need not be a stop for the keyboard.
const scrollingColumns = 30;

/** A code block as a frame with a caption, the code with its colours as classes, and the extras. */
export async function codeBlock(code: Code, extras: BlockExtras): Promise<Element> {
  if (isDiagram(code.value)) return diagram(code.value);
  const isShell = extras.isShell ?? isShellLanguage(code.lang ?? null);
  const content = isShell ? highlightShell(code.value) : await highlightCode(code.value, code.lang ?? null);
  const title = titleOf(code.meta ?? '');
  const caption = title ?? (isShell ? 'Terminal' : languageName(code.lang ?? null));
  return h(`figure.code${isShell ? '.terminal' : ''}${isDrawn(code.value) ? '.drawn' : ''}`, [
    caption === null ? null : h('figcaption', title === null ? caption : h('code', title)),
    h('pre', scrolls(code.value) ? { tabIndex: 0 } : {}, h('code', content)),
    ...extras.below,
  ]);
}

/** The value of `title="…"` (or `file=`, `filename=`, `save-as=`) in an info string; null where there is none. */
function titleOf(meta: string): string | null {
  const match = /(?:^|\s)(?:title|file|filename|save-as)=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(meta);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

function diagram(text: string): Element {
  const drawing = h('pre', { role: 'img', ariaLabel: diagramLabel(text) }, text);
  const scroll = { tabIndex: 0, role: 'group', ariaLabel: 'Diagram' };
  return h('div.diagram', scrolls(text) ? scroll : {}, [drawing]);
}

function scrolls(text: string): boolean {
  return text.split('\n').some((line) => line.length > scrollingColumns);
}
