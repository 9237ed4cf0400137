import type { ShellComment } from '../../shell/parse-shell.ts';
import type { Draft } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Terminals } from './which-terminal.ts';

const key = (letter: string) => String.raw`(?:ctrl|control|\^)\W{0,3}${letter}\b`;
const keys = new RegExp(String.raw`${key('p')}.{0,40}?(?:${key('q')}|\bq\b)`, 'i');

// A reader who is given the choice ends the shell.
const otherWay = new RegExp(
  String.raw`${key('d')}|\b(?:type|typing|use|using|run|running|with|by|or) [\`'"“]?exit\b`,
  'i',
);

/** Whether the text says that the reader presses Ctrl-P Ctrl-Q, which leaves a container running. */
export function isToldToDetach(sentences: readonly (Pick<Sentence, 'text'> | ShellComment)[]): boolean {
  return sentences.some(({ text }) => keys.test(text)) && !sentences.some(({ text }) => otherWay.test(text));
}

/** Marks the command before which the reader pressed the detach keys, be it in the text or where a command could stand. */
export function markDetached(drafts: readonly Draft[], terminal: number, { detached }: Terminals): void {
  for (const { planned } of drafts) {
    if (planned.trait.kind === 'by-hand' && keys.test(planned.source)) detached.add(terminal);
    else if (detached.delete(terminal)) planned.detaches = true;
  }
}
