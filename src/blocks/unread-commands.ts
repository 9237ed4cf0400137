import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { BlockContext } from './block-context.ts';
import { placeInBlock } from './reading/source-lines.ts';
import { recalledRule } from './rules/recalled.ts';

const behindSign =
  /^[^\n]{0,60}?[$%#>❯✗»][^\S\n]*((?:sudo[^\S\n]+)?docker(?:-compose)?[^\S\n]+[a-z][^\n]*)$/m;

// In a block without a language, whose other lines are no shell.
const onFirstLine =
  /^\s*((?:sudo[^\S\n]+)?docker[^\S\n]+(?:run|build|exec|compose|pull|push|tag|stop|rm)\b[^\n]*)/;

/** Commands of a block that is not typed: behind what may be a prompt that nobody knows, or above what is no shell. */
export function unreadCommands(context: BlockContext): Diagnostic[] {
  const { block, directive, language } = context;
  if (directive.kind !== null || !['shell', 'session', 'none', 'odd'].includes(language)) return [];
  const behind = behindSign.exec(block.text);
  const isBehind = behind !== null;
  const match = behind ?? onFirstLine.exec(block.text);
  if (match === null || recalledRule(context) !== null) return [];
  const [line, command = ''] = match;
  return [
    diagnostic(
      'block-not-read',
      placeInBlock(block, match.index, match.index + line.length),
      `\`${command.trim()}\` is not typed: what stands ${isBehind ? 'before it is no prompt that is known' : 'below it reads neither as shell nor as what it prints'}.`,
      'Write `$ ` before each command, or say what the block is: <!-- verify: kind=text -->',
    ),
  ];
}
