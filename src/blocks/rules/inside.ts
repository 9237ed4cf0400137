import { dockerCall } from '../../shell/docker-call.ts';
import { isKnownCommand } from '../../shell/known-commands.ts';
import type { BlockContext, Room, Rule } from '../block-context.ts';
import { isIntroduced } from '../outputs/introduction.ts';
import { languageTag } from '../reading/language.ts';
import { isConsoleAnswer, isConsoleStatement } from '../rooms/console-answers.ts';
import { openedConsole } from '../rooms/console-reads.ts';
import { isConsoleTag } from '../rooms/consoles.ts';
import { leavesRoom } from '../traits/traits.ts';

/** Commands typed into the shell, REPL or pager that an earlier command opened and nothing left. */
export const insideRule: Rule = (context) => {
  const room = context.rooms.at(-1);
  if (room === undefined || context.transcript !== null) return null;
  if (!isTypedInside(context, room)) return null;
  const opener = room.opener.planned;
  return {
    kind: 'inside',
    because: `\`${opener.source}\` (line ${opener.place.line}) opened a ${room.kind === 'shell' ? 'shell' : 'prompt'} and nothing before this block left it.`,
  };
};

function isTypedInside(context: BlockContext, room: Room): boolean {
  if (room.kind === 'repl') return isTypedInRepl(context, room.opener.planned.source);
  if (!['shell', 'session', 'none', 'odd'].includes(context.language)) return false;
  if (context.shell.error !== null || context.shell.statements.length === 0) return false;
  if (context.language === 'shell' || context.language === 'session') return true;
  return context.shell.statements.every((statement) =>
    isKnownCommand(statement.commands[0]?.words[0]?.text ?? ''),
  );
}

function isTypedInRepl(context: BlockContext, opener: string): boolean {
  const text = context.block.text.trim();
  const isSure = leavesRoom(text, 'repl') || isConsoleStatement(text, opener);
  switch (context.language) {
    case 'output':
      return isSure && !isIntroduced(context);
    case 'code':
      return fitsRepl(context, opener);
    case 'none':
    case 'odd':
    case 'shell':
    case 'session':
      return (
        fitsRepl(context, opener) && (isSure || !(isIntroduced(context) || isConsoleAnswer(text, opener)))
      );
    default:
      return false;
  }
}

function fitsRepl(context: BlockContext, opener: string): boolean {
  const tag = languageTag(context.block.language);
  if (isConsoleTag(tag)) return openedConsole(opener)?.tags.test(tag) === true;
  return context.language !== 'code' && !startsWithDocker(context);
}

// Authors who write `$` everywhere say in words that it is the container's shell.
const saysInside =
  /^(?:now,? )?(?:(?:from )?inside|within|in)(?: of)? (?:the|this|that|your|our) (?:\w+ )?container\b/i;

/** Whether the text above says that a block is typed inside the container, whatever its prompt. */
export function isSaidToBeInside({ before }: BlockContext): boolean {
  return before.some(({ text }) => saysInside.test(text));
}

/** Takes note that the page writes the reader's own prompt where it means the one inside. */
export function noteSharedPrompt(context: BlockContext): void {
  const room = context.rooms.at(-1);
  const entry = context.transcript?.entries.find((one) => one.command.trim() !== '');
  if (room?.kind === 'shell' && entry?.prompt?.text === room.openerPrompt && isSaidToBeInside(context))
    room.sharedIn = context.section.join('\n');
}

/** Whether the reader's own prompt says nothing here, as the page has written it inside under the same heading. */
export function isSharedPrompt({ rooms, section }: BlockContext): boolean {
  return rooms.at(-1)?.sharedIn === section.join('\n');
}

/** Whether a block is typed at the reader's own prompt again although no command left the open room. */
export function leavesSilently(context: BlockContext): boolean {
  const room = context.rooms.at(-1);
  if (room === undefined) return false;
  if (room.kind === 'shell' && isSaidToBeInside(context)) return false;
  const entry = context.transcript?.entries.find((one) => one.command.trim() !== '');
  if (entry?.prompt != null && !isSharedPrompt(context))
    return isReadersPrompt(entry.prompt, room) || startsWithDocker(context);
  if (startsWithDocker(context)) return !/\bdind\b|docker\.sock/.test(room.opener.planned.source);
  if (leavesRoom(context.block.text.trim().split('\n')[0] ?? '', room.kind)) return false;
  return context.before.some((sentence) =>
    /\b(?:exit|exited|leave|left|quit|log ?out|disconnect|detach)\b|ctrl\s*[-+]\s*[dpq]|back (?:on|in|at) (?:the|your) (?:host|machine|own)/i.test(
      sentence.text,
    ),
  );
}

function isReadersPrompt(prompt: { kind: string; text: string }, room: Room): boolean {
  if (prompt.kind === 'container' || prompt.kind === 'repl' || prompt.kind === 'root') return false;
  if (room.openerPrompt !== null) return prompt.text === room.openerPrompt;
  return prompt.kind === 'user';
}

function startsWithDocker(context: BlockContext): boolean {
  const entry = context.transcript?.entries.find((one) => one.command.trim() !== '');
  if (entry !== undefined) return /^\s*(?:sudo\s+)?(?:docker|docker-compose)\s/.test(entry.command);
  const words = context.shell.statements[0]?.commands[0]?.words ?? [];
  return dockerCall(words) !== null;
}
