import type { Block } from '../../model/block.ts';
import { parseShell } from '../../shell/parse-shell.ts';
import type { TranscriptEntry } from '../../shell/prompts.ts';
import type { Transcript } from '../../shell/transcript.ts';
import type { PageNames } from '../names/page-names.ts';
import { placeInBlock } from '../reading/source-lines.ts';
import { bare, type Cut, cutCommand } from './cut.ts';

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
    const made = cutCommand(
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
