import type { PlannedBlock, PlannedCommand } from '../model/plan.ts';
import { copyText } from '../shell/copy-text.ts';
import { isDiagram } from './diagram.ts';
import type { InfoString } from './fences/info-string.ts';
import { keptText } from './fences/kept-lines.ts';
import { isShellLanguage } from './languages.ts';

/** What readers can copy from a code block. Offsets are UTF-16 indexes into its text. */
export type BlockCopy =
  | { kind: 'none' }
  /** `isForm`: a synopsis, which nobody can run as it stands. */
  | { kind: 'whole'; text: string; isForm: boolean }
  /** The reader wants one of the commands: each is copied on its own. */
  | { kind: 'each'; commands: { start: number; end: number; text: string }[] };

/** What to copy from a block, as it was run; `planned` null: nothing was planned, so its language decides. */
export function blockCopy(
  text: string,
  info: Pick<InfoString, 'language' | 'deleted'>,
  planned: PlannedBlock | null,
): BlockCopy {
  if (text.trim() === '' || isDiagram(text)) return { kind: 'none' };
  const kept = keptText(text, info).trimEnd();
  if (planned === null) return byLanguage(kept, info.language);
  switch (planned.kind) {
    case 'text':
    case 'output':
      return { kind: 'none' };
    case 'file':
      return { kind: 'whole', text: kept, isForm: false };
    case 'usage':
      return { kind: 'whole', text: copyText(kept), isForm: true };
    case 'catalogue':
      return eachOf(text, planned.commands);
    case 'commands':
      return holdsAlternatives(planned.commands)
        ? eachOf(text, planned.commands)
        : { kind: 'whole', text: copyText(kept), isForm: false };
    case 'transcript':
    case 'inside':
      return holdsAlternatives(planned.commands)
        ? eachOf(text, planned.commands)
        : { kind: 'whole', text: sources(planned.commands), isForm: false };
  }
}

function byLanguage(text: string, language: string | null): BlockCopy {
  if (isShellLanguage(language)) return { kind: 'whole', text: copyText(text), isForm: false };
  return language === null || /^(?:text|txt|plain|plaintext|output|log|none)$/i.test(language)
    ? { kind: 'none' }
    : { kind: 'whole', text, isForm: false };
}

function sources(commands: readonly PlannedCommand[]): string {
  return commands.map(({ source }) => copyText(source)).join('\n');
}

function holdsAlternatives(commands: readonly PlannedCommand[]): boolean {
  const choices = new Map<string, number>();
  return commands.some(({ alternative }) => {
    if (alternative === null) return false;
    const first = choices.get(alternative.group) ?? alternative.choice;
    choices.set(alternative.group, first);
    return first !== alternative.choice;
  });
}

function eachOf(text: string, commands: readonly PlannedCommand[]): BlockCopy {
  const placed = placeCommands(text, commands).flatMap(({ command, lines }) => {
    const [first, last] = [lines[0], lines.at(-1)];
    return first && last ? [{ start: first.start, end: last.end, text: copyText(command.source) }] : [];
  });
  return placed.length === 0
    ? { kind: 'whole', text: sources(commands), isForm: false }
    : { kind: 'each', commands: placed };
}

/** A command in a block's text: where each line of its source stands; prompts of further lines stand in between. */
export interface PlacedCommand {
  command: PlannedCommand;
  lines: { start: number; end: number; offset: number }[];
}

/** Where commands stand in a text that shows them in their order. Lines that it does not show are left out. */
export function placeCommands(text: string, commands: readonly PlannedCommand[]): PlacedCommand[] {
  let at = 0;
  return commands.map((command) => {
    let offset = 0;
    const lines = command.source.split('\n').flatMap((line) => {
      const start = placeOfLine(text, line, at);
      const place = { start, end: start + line.length, offset };
      offset += line.length + 1;
      if (start === -1) return [];
      at = place.end;
      return [place];
    });
    return { command, lines };
  });
}

// Not inside of a longer word, as `ls` is in an output that says `tools`.
function placeOfLine(text: string, line: string, from: number): number {
  let at = text.indexOf(line, from);
  while (line !== '' && at !== -1 && (isInWord(text, at) || isInWord(text, at + line.length)))
    at = text.indexOf(line, at + 1);
  return at;
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && /^\w\w$/.test(text.slice(at - 1, at + 1));
}
