import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code } from 'mdast';
import type { BlockKind, PlannedBlock } from '../model/plan.ts';
import { annotate } from './annotate.ts';
import { blockCopy } from './block-copy.ts';
import { copyMarks, copyTemplate } from './copy-marks.ts';
import { diagramLabel, isDiagram, isDrawn } from './diagram.ts';
import { highlightCode, highlightShell } from './highlight.ts';
import { isShellLanguage, languageName } from './languages.ts';
import { placeholderMarks } from './placeholder-marks.ts';

/** What a page knows of a code block besides its text. */
export interface BlockExtras {
  /** What the plan makes of it; null when that is not known. */
  planned: PlannedBlock | null;
  /** Stands under the code, inside its frame. */
  below: ElementContent[];
}

/** Nothing is known of a block but its text. */
export const noExtras: BlockExtras = { planned: null, below: [] };

// Shorter lines never scroll, even on a narrow screen, so their block need not be a stop for the keyboard.
const scrollingColumns = 30;

const shellKinds = new Set<BlockKind>(['commands', 'transcript', 'inside', 'usage', 'catalogue']);

/** A code block as a frame with a caption, the code with its colours as classes, what can be copied, and the extras. */
export async function codeBlock(code: Code, extras: BlockExtras): Promise<Element> {
  if (isDiagram(code.value)) return diagram(code.value);
  const { planned } = extras;
  const language = code.lang ?? null;
  const isShell = planned !== null && shellKinds.has(planned.kind) ? true : isShellLanguage(language);
  const coloured = isShell ? highlightShell(code.value) : await highlightCode(code.value, language);
  const marked = annotate(coloured, placeholderMarks(code.value, planned));
  const copy = blockCopy(code.value, language, planned);
  const title = titleOf(code.meta ?? '');
  const caption = title ?? (isShell ? 'Terminal' : languageName(language));
  const content =
    copy.kind === 'each' ? annotate(marked, copyMarks(copy, { code: code.value, planned })) : marked;
  const kind = `${isShell ? '.terminal' : ''}${isDrawn(code.value) ? '.drawn' : ''}`;
  return h(`figure.code${kind}`, copy.kind === 'whole' ? { dataCopy: copy.isForm ? 'form' : '' } : {}, [
    caption === null ? null : h('figcaption', title === null ? caption : h('code', title)),
    h('pre', scrolls(code.value) ? { tabIndex: 0 } : {}, h('code', content)),
    copy.kind === 'whole' && copy.text !== code.value.trimEnd() ? copyTemplate(copy.text, planned) : null,
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
