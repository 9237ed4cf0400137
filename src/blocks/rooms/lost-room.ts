import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Prompt } from '../../shell/prompts.ts';
import type { BlockContext, Ruling } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';

/** Takes a screen for text when its prompt is that of a container or program that nothing on the page opened. */
export function withoutLostRoom(context: BlockContext, ruling: Ruling): Ruling {
  const because = lostRoom(context, ruling);
  return because === null ? ruling : { kind: 'text', because };
}

/** What is not verified because nothing on the page opens the room that `ruling`, the block's own, is typed in. */
export function lostRoomFindings(context: BlockContext, ruling: Ruling): Diagnostic[] {
  const because = lostRoom(context, ruling);
  if (because === null) return [];
  const { place } = context.block;
  return [
    diagnostic(
      'room-not-opened',
      { ...place, endLine: place.line, endColumn: place.column + 3 },
      `The block is not typed. ${because}`,
      'Show the command that opens it, or say that it is typed: <!-- verify: kind=transcript -->',
    ),
  ];
}

function lostRoom(context: BlockContext, ruling: Ruling): string | null {
  if (context.directive.kind !== null || (ruling.kind !== 'transcript' && ruling.kind !== 'inside'))
    return null;
  const entry = context.transcript?.entries.find(({ command }) => command.trim() !== '');
  const prompt = entry?.prompt ?? null;
  if (entry === undefined || prompt === null) return null;
  // Without a room, it is the reader who has an engine to speak to.
  if (prompt.kind !== 'repl' && /^\s*(?:sudo\s+)?docker(?:-compose)?\s/.test(entry.command)) return null;
  // Containers seldom have a home folder; readers have one.
  if (context.rooms.length === 0 && /^~.*\$$/.test(prompt.text)) return null;
  const owner = ownerOf(prompt, context);
  return owner === null
    ? null
    : `Its prompt \`${prompt.text}\` is that of ${owner}, and no block before it opens one.`;
}

// Whose prompt it is, where nothing opened such a thing; null where it can be typed.
function ownerOf(prompt: Prompt, context: BlockContext): string | null {
  const room = context.rooms.at(-1);
  if (prompt.kind === 'repl') return room?.kind === 'repl' ? null : 'another program than the shell';
  if (room !== undefined) return null;
  const isInside =
    prompt.kind === 'container' || (prompt.kind === 'root' && context.before.some(isAboutInside));
  return isInside ? 'a container' : null;
}

function isAboutInside({ text }: Sentence): boolean {
  return /\b(?:inside|into|in|within) (?:the|your|a|this) (?:\w+ )?container\b(?![- ](?:runtime|engine|registry|image))|\bcontainer(?:['’]s)? (?:shell|terminal|prompt)\b/i.test(
    text,
  );
}
