import type { Block } from '../../model/block.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import type { ParsedShell, SimpleCommand } from '../../shell/parse-shell.ts';
import type { Draft } from '../block-context.ts';
import type { PageNames } from '../names/page-names.ts';
import { type FoundPlaceholder, findPlaceholders } from '../names/placeholders.ts';
import { placeInBlock } from '../reading/source-lines.ts';

/** A command cut out of a block, with what the page shows or says right at it. */
export interface Cut extends Draft {
  found: FoundPlaceholder[];
  background: boolean;
  /** What a transcript shows after it, in offsets of the block's text. */
  output: { start: number; end: number } | null;
  promptKind: string | null;
}

/** A statement of shell text, in offsets of the block's text. */
interface Piece {
  start: number;
  end: number;
  background: boolean;
  commands: readonly SimpleCommand[];
  comment: string | null;
  names: PageNames;
  masked: ParsedShell['placeholders'];
  index: number;
}

/** A command of a statement, with its words and placeholders. */
export function cutCommand(block: Block, input: Piece): Cut {
  const source = block.text.slice(input.start, input.end);
  const commands = input.commands.map((command) => moved(command, -input.start));
  const masked = input.masked
    .filter((range) => range.start >= input.start && range.end <= input.end)
    .map((range) => ({ ...range, start: range.start - input.start, end: range.end - input.start }));
  const found = findPlaceholders({ source, commands, masked }, input.names);
  const made = bare(block, { source, start: input.start, end: input.end, index: input.index });
  made.planned.comment = input.comment;
  made.planned.placeholders = found.map(({ text, start, end, wants }) => ({ text, start, end, wants }));
  return { ...made, commands, found, background: input.background };
}

function moved(command: SimpleCommand, by: number): SimpleCommand {
  return {
    ...command,
    start: command.start + by,
    end: command.end + by,
    words: command.words.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
  };
}

/** A command of which nothing is known but its text and where that stands, in offsets of the block's text. */
export function bare(block: Block, at: { source: string; start: number; end: number; index: number }): Cut {
  const planned: PlannedCommand = {
    id: `${block.id}c${at.index + 1}`,
    place: placeInBlock(block, at.start, at.end),
    source: at.source,
    comment: null,
    placeholders: [],
    expectations: [],
    trait: { kind: 'plain' },
    alternative: null,
    timeoutMs: null,
  };
  const range = { start: at.start, end: at.end };
  return {
    planned,
    commands: [],
    ...range,
    prompt: null,
    found: [],
    background: false,
    output: null,
    promptKind: null,
  };
}
