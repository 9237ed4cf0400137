import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code } from 'mdast';
import type { BlockKind, PlannedBlock } from '../model/plan.ts';
import { hasPrompts } from '../shell/transcript.ts';
import { annotate } from './annotate.ts';
import { type BlockCopy, blockCopy } from './block-copy.ts';
import { codeCaption } from './code-caption.ts';
import { lineMarks } from './code-lines.ts';
import { copyMarks, copyTemplate } from './copy-marks.ts';
import { diagramLabel, isDiagram, isDrawn } from './diagram.ts';
import { type InfoString, readInfoString } from './fences/info-string.ts';
import { diffLines } from './fences/kept-lines.ts';
import { readSetOff, type SetOffText } from './fences/set-off.ts';
import { foldedPre, plainPre, scrolls } from './folded-code.ts';
import { highlightCode, highlightShell } from './highlight.ts';
import { isNamedLanguage, isOutputLanguage, isShellLanguage, languageOfFile } from './languages.ts';
import { placeholderMarks } from './placeholder-marks.ts';
import { screenColours } from './screen-colours.ts';
import { setOffMarks } from './set-off-marks.ts';
import { varyingParts } from './varying-parts.ts';

/** What a page knows of a code block besides its text. */
export interface BlockExtras {
  /** What the plan makes of it; null when that is not known. */
  planned: PlannedBlock | null;
  /** All blocks of the page as they are planned; what they say decides what in an output is another value. */
  blocks: readonly PlannedBlock[];
  /** Stands under the code, inside its frame. */
  below: ElementContent[];
}

/** Nothing is known of a block but its text. */
export const noExtras: BlockExtras = { planned: null, blocks: [], below: [] };

const shellKinds = new Set<BlockKind>(['commands', 'transcript', 'inside', 'usage', 'catalogue']);

/** A code block as a frame with a caption, the code with its colours as classes, what can be copied, and the extras. */
export async function codeBlock(code: Code, extras: BlockExtras): Promise<Element> {
  const shown = readSetOff(code.value);
  const { text } = shown;
  if (isDiagram(text)) return diagram(text);
  const { planned } = extras;
  const info = infoOf(code, shown, planned);
  const isShell = isTyped(info, planned);
  const isOutput = planned === null ? isOutputLanguage(info.language) : planned.kind === 'output';
  const varying = varyingParts(text, planned, extras.blocks);
  const lines = lineMarks(text, info);
  const found = blockCopy(text, info, planned);
  const copy = lines.length > 0 ? asWhole(found) : found;
  const marks = [
    setOffMarks(shown),
    [...placeholderMarks(text, planned), ...varying].sort((one, two) => one.start - two.start),
    lines,
    copy.kind === 'each' ? copyMarks(copy, { code: text, planned }) : [],
  ];
  const content = marks.reduce(
    (nodes, some) => annotate(nodes, some),
    await coloured(text, info, { isShell, planned }),
  );
  const caption = codeCaption(info, {
    planned,
    isShell,
    isOutput,
    labels: labelsOf(shown, isOutput),
    varies: varying.length > 0,
  });
  return h(`figure.code${classesOf(text, info, { isShell, isOutput })}`, copyData(copy), [
    caption === null ? null : h('figcaption', caption),
    ...(isOutput ? foldedPre(content, text) : [plainPre(content, text)]),
    copy.kind === 'whole' && copy.text !== text.trimEnd() ? copyTemplate(copy.text, planned) : null,
    ...extras.below,
  ]);
}

// What a command prints is no shell, though authors tag it as a console.
function isTyped({ language }: InfoString, planned: PlannedBlock | null): boolean {
  if (planned !== null && shellKinds.has(planned.kind)) return true;
  return planned?.kind !== 'output' && isShellLanguage(language);
}

// A diff marks its own lines.
function infoOf(
  { lang, meta }: Code,
  { text, label, secondLabel }: SetOffText,
  planned: PlannedBlock | null,
): InfoString {
  const written = readInfoString(lang ?? null, meta ?? '', text.split('\n').length);
  const language = isOutputLanguage(secondLabel) ? 'output' : written.language;
  const read = { ...written, language, title: written.title ?? label };
  const byName =
    planned?.kind === 'file' && !isNamedLanguage(read.language) ? languageOfFile(planned.file.name) : null;
  const info = byName === null ? read : { ...read, language: byName };
  return info.language === 'diff' ? { ...info, ...diffLines(text) } : info;
}

// That it is output is said by the caption already.
function labelsOf({ secondLabel, environment }: SetOffText, isOutput: boolean): string[] {
  const second = isOutput && isOutputLanguage(secondLabel) ? null : secondLabel;
  return [second, environment].filter((label) => label !== null);
}

function coloured(
  text: string,
  { language }: InfoString,
  { isShell, planned }: { isShell: boolean; planned: PlannedBlock | null },
): ElementContent[] | Promise<ElementContent[]> {
  if (planned?.kind === 'transcript' && !hasPrompts(text)) return screenColours(text, planned.commands);
  if (isShell) return highlightShell(text);
  return language === 'diff' ? [{ type: 'text', value: text }] : highlightCode(text, language);
}

function classesOf(
  text: string,
  { language, wraps }: InfoString,
  { isShell, isOutput }: { isShell: boolean; isOutput: boolean },
): string {
  const classes = {
    terminal: isShell,
    output: isOutput,
    diff: language === 'diff',
    drawn: isDrawn(text),
    wrap: wraps,
  };
  return Object.entries(classes)
    .map(([name, holds]) => (holds ? `.${name}` : ''))
    .join('');
}

// A command can't stand in several lines that are elements of their own.
function asWhole(copy: BlockCopy): BlockCopy {
  if (copy.kind !== 'each') return copy;
  return { kind: 'whole', text: copy.commands.map(({ text }) => text).join('\n'), isForm: false };
}

function copyData(copy: BlockCopy): { dataCopy?: string } {
  return copy.kind === 'whole' ? { dataCopy: copy.isForm ? 'form' : '' } : {};
}

function diagram(text: string): Element {
  const drawing = h('pre', { role: 'img', ariaLabel: diagramLabel(text) }, text);
  const scroll = { tabIndex: 0, role: 'group', ariaLabel: 'Diagram' };
  return h('div.diagram', scrolls(text) ? scroll : {}, [drawing]);
}
