import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import type { Annotation } from './annotate.ts';
import { placeCommands } from './block-copy.ts';

/** Marks the words in a text that stand for the reader's own values, where commands in it have such words. */
export function placeholderMarks(text: string, planned: PlannedBlock | null): Annotation[] {
  if (planned === null) return [];
  if (planned.kind === 'usage') return formWords(text);
  return 'commands' in planned ? inCommands(text, planned.commands) : [];
}

// What a site generator makes of braces is no value of the reader's.
function inCommands(text: string, commands: readonly PlannedCommand[]): Annotation[] {
  return placeCommands(text, commands).flatMap(({ command, lines }) =>
    command.placeholders
      .filter((placeholder) => !placeholder.text.startsWith('{{'))
      .flatMap((placeholder) => {
        const line = lines.findLast(({ offset }) => offset <= placeholder.start);
        if (line === undefined) return [];
        const start = line.start + placeholder.start - line.offset;
        const end = start + placeholder.text.length;
        return text.slice(start, end) === placeholder.text ? [{ start, end, wrap: asValue }] : [];
      }),
  );
}

const asValue: Annotation['wrap'] = (content) => h('var.value', content.map(textOf).join(''));

// In a form, capitals and brackets stand for what each reader chooses anew, so that they are no fields.
function formWords(text: string): Annotation[] {
  return [...text.matchAll(/\b[A-Z][A-Z\d]+(?:[_-][A-Z\d]+)*\b/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    wrap: (content) => h('span.t-placeholder', content.map(textOf).join('')),
  }));
}
