import type { Block } from '../model/block.ts';
import type { PlannedCommand } from '../model/plan.ts';
import { isOutputComment } from '../shell/output-comment.ts';
import { type ParsedShell, parseShell, type ShellComment, type SimpleCommand } from '../shell/parse-shell.ts';
import type { TranscriptEntry } from '../shell/prompts.ts';
import type { Transcript } from '../shell/transcript.ts';
import { isOr } from './alternatives/alternatives.ts';
import type { Draft } from './block-context.ts';
import type { PageNames } from './names/page-names.ts';
import { type FoundPlaceholder, findPlaceholders } from './names/placeholders.ts';
import { placeInBlock } from './reading/source-lines.ts';
import { consoleLanguage } from './rooms/console-reads.ts';
import { consoleStatements } from './rooms/console-statements.ts';

/** A command cut out of a block, with what the page shows or says right at it. */
export interface Cut extends Draft {
  found: FoundPlaceholder[];
  background: boolean;
  /** What a transcript shows after it, in offsets of the block's text. */
  output: { start: number; end: number } | null;
  promptKind: string | null;
}

/** Cuts shell text without prompts into one command a statement. */
export function cutStatements(block: Block, shell: ParsedShell, names: PageNames): Cut[] {
  return shell.statements.map((statement, index) => {
    const next = shell.statements[index + 1];
    const comment = commentFor(block.text, shell.comments, {
      statement,
      next: next?.start ?? block.text.length,
    });
    return cut(block, {
      ...statement,
      commands: statement.commands,
      comment,
      names,
      masked: shell.placeholders,
      index,
    });
  });
}

/** Cuts a transcript into its commands. A line with several statements gives several. */
export function cutTranscript(block: Block, transcript: Transcript, names: PageNames): Cut[] {
  const cuts: Cut[] = [];
  for (const entry of transcript.entries) {
    if (entry.command.trim() === '') continue;
    const made = isShellPrompt(entry)
      ? cutEntry(block, entry, { names, from: cuts.length })
      : [wholeEntry(block, entry, cuts.length)];
    const last = made.at(-1);
    if (last !== undefined) last.output = entry.output;
    for (const one of made) one.planned.comment ??= commentAbove(block, transcript, entry);
    cuts.push(...made);
  }
  return cuts;
}

/** Cuts the text of a REPL from an offset on into one command a statement, as the program that `opener` calls reads it. */
export function cutLines(block: Block, from: number, opener: string): Cut[] {
  return consoleStatements(block.text, from, consoleLanguage(opener)).map((range, index) =>
    bare(block, { source: block.text.slice(range.start, range.end), ...range, index }),
  );
}

/** Cuts text of which every line is one synopsis or one command for another shell. */
export function cutPlainLines(block: Block, strip: RegExp): Cut[] {
  let offset = 0;
  const cuts: Cut[] = [];
  // A line that ends with a backslash goes on.
  for (const line of block.text.split(/(?<!\\)\n/)) {
    const skipped = strip.exec(line)?.[0].length ?? 0;
    const source = line
      .slice(skipped)
      .replace(/\s+#\s.*$/, '')
      .trim();
    const start = offset + line.indexOf(source, skipped);
    offset += line.length + 1;
    if (source === '' || source.startsWith('#')) continue;
    cuts.push(bare(block, { source, start, end: start + source.length, index: cuts.length }));
  }
  return cuts;
}

function isShellPrompt(entry: TranscriptEntry): boolean {
  return entry.prompt === null || !['repl', 'powershell'].includes(entry.prompt.kind);
}

function wholeEntry(block: Block, entry: TranscriptEntry, index: number): Cut {
  const blanks = entry.command.length - entry.command.trimStart().length;
  const range = { start: toBlock(entry, blanks), end: entry.lines.at(-1)!.end };
  const made = bare(block, { source: entry.command.trim(), ...range, index });
  return { ...made, prompt: entry.prompt?.text ?? null, promptKind: entry.prompt?.kind ?? null };
}

function cutEntry(block: Block, entry: TranscriptEntry, at: { names: PageNames; from: number }): Cut[] {
  const shell = parseShell(entry.command);
  const statements = shell.error === null ? shell.statements : [];
  if (statements.length === 0)
    return entry.command.trim().startsWith('#') ? [] : [wholeEntry(block, entry, at.from)];
  return statements.map((statement, index) => {
    const comment = shell.comments.find((one) => one.start >= statement.end)?.text ?? null;
    const made = cut(
      { ...block, text: entry.command },
      { ...statement, comment, names: at.names, masked: shell.placeholders, index: at.from + index },
    );
    const start = toBlock(entry, statement.start);
    const end = toBlock(entry, statement.end);
    made.planned.place = placeInBlock(block, start, end);
    return {
      ...made,
      start,
      end,
      prompt: entry.prompt?.text ?? null,
      promptKind: entry.prompt?.kind ?? null,
    };
  });
}

// From an offset of the command's joined lines to one of the block's text.
function toBlock(entry: TranscriptEntry, offset: number): number {
  let rest = offset;
  for (const line of entry.lines) {
    const length = line.end - line.start;
    if (rest <= length) return line.start + rest;
    rest -= length + 1;
  }
  return entry.lines.at(-1)!.end;
}

function commentAbove(block: Block, transcript: Transcript, entry: TranscriptEntry): string | null {
  const above = transcript.comments.filter((one) => one.end < entry.promptStart).at(-1);
  if (above === undefined || block.text.slice(above.end, entry.promptStart).trim() !== '') return null;
  return above.text === '' ? null : above.text;
}

interface CutInput {
  start: number;
  end: number;
  background: boolean;
  commands: readonly SimpleCommand[];
  comment: string | null;
  names: PageNames;
  masked: ParsedShell['placeholders'];
  index: number;
}

function cut(block: Block, input: CutInput): Cut {
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

function bare(block: Block, at: { source: string; start: number; end: number; index: number }): Cut {
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

// The comment behind a statement, else the one on the line above it.
function commentFor(
  text: string,
  comments: readonly ShellComment[],
  at: { statement: { start: number; end: number }; next: number },
): string | null {
  const behind = comments.find(
    (one) =>
      !one.ownLine &&
      one.start >= at.statement.end &&
      one.start < at.next &&
      !text.slice(at.statement.end, one.start).includes('\n'),
  );
  if (behind !== undefined) return behind.text;
  const above = comments.findLast((one) => one.ownLine && one.end <= at.statement.start);
  if (above === undefined || !/^\n[^\S\n]*$/.test(text.slice(above.end, at.statement.start))) return null;
  return above.text === '' || isOr(above.text) || isOutputComment(above.text) ? null : above.text;
}
