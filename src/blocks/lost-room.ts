import type { Prompt } from '../shell/prompts.ts';
import type { BlockContext, Ruling } from './block-context.ts';
import type { Sentence } from './sentences.ts';

/** Takes a screen for text when its prompt is that of a container or program that nothing on the page opened. */
export function withoutLostRoom(context: BlockContext, ruling: Ruling): Ruling {
  if (ruling.kind !== 'transcript' && ruling.kind !== 'inside') return ruling;
  const prompt = context.transcript?.entries.find((entry) => entry.command.trim() !== '')?.prompt ?? null;
  const owner = prompt === null ? null : ownerOf(prompt, context);
  if (prompt === null || owner === null) return ruling;
  return {
    kind: 'text',
    because: `Its prompt \`${prompt.text}\` is that of ${owner}, and no block before it opens one.`,
  };
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
  return /\b(?:inside|into|in|within) (?:the|your|a|this) (?:\w+ )?container\b|\bcontainer(?:['’]s)? (?:shell|terminal|prompt)\b/i.test(
    text,
  );
}
