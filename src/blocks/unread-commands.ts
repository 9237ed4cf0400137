import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { BlockContext } from './block-context.ts';
import { placeInBlock } from './reading/source-lines.ts';
import { recalledRule } from './rules/recalled.ts';

const behindSign =
  /^[^\n]{0,60}?[$%#>❯✗»][^\S\n]*((?:sudo[^\S\n]+)?docker(?:-compose)?[^\S\n]+[a-z][^\n]*)$/m;

/** Commands of a block that is not typed, behind what may be a prompt that nobody knows. */
export function unreadCommands(context: BlockContext): Diagnostic[] {
  const { block, directive, language } = context;
  if (directive.kind !== null || !['shell', 'session', 'none', 'odd'].includes(language)) return [];
  const match = behindSign.exec(block.text);
  if (match === null || recalledRule(context) !== null) return [];
  const [line, command = ''] = match;
  return [
    diagnostic(
      'block-not-read',
      placeInBlock(block, match.index, match.index + line.length),
      `\`${command.trim()}\` is not typed: what stands before it is no prompt that is known.`,
      'Write `$ ` before each command, or say what the block is: <!-- verify: kind=text -->',
    ),
  ];
}
