import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlannedBlock } from '../model/plan.ts';
import { type Annotation, annotate } from './annotate.ts';
import type { BlockCopy } from './block-copy.ts';
import { placeholderMarks } from './placeholder-marks.ts';

/** Marks each command that has a copy button of its own; where its text is not what is copied, that stands in it too. */
export function copyMarks(
  { commands }: BlockCopy & { kind: 'each' },
  { code, planned }: { code: string; planned: PlannedBlock | null },
): Annotation[] {
  return commands.map(({ start, end, text }) => ({
    start,
    end,
    wrap: (content) => {
      const isShown = code.slice(start, end) === text;
      return h('span.command', { dataCopy: '' }, [...content, isShown ? null : copyTemplate(text, planned)]);
    },
  }));
}

/** What is copied from a block that shows more than that, for the script that makes the button; never seen. */
export function copyTemplate(text: string, planned: PlannedBlock | null): Element {
  const template = h('template', []);
  const content = annotate([{ type: 'text', value: text }], placeholderMarks(text, planned));
  template.content = { type: 'root', children: content };
  return template;
}
