import type { Block } from '../model/block.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { PlannedCommand } from '../model/plan.ts';
import type { ParsedShell } from '../shell/parse-shell.ts';
import { templateLiterals } from '../shell/template-literals.ts';
import { placeInBlock } from './reading/source-lines.ts';

const template = /%%[A-Z_]+%%|\{\{[<%][^}]*[>%]\}\}|\{%[^%]*%\}/;

/** Where Bash would stumble in a block of commands; empty when it parses. */
export function syntaxFindings(block: Block, shell: ParsedShell): Diagnostic[] {
  if (shell.error === null) return [];
  const place = placeInBlock(block, shell.error.offset, shell.error.offset + 1);
  return [
    diagnostic(
      'shell-syntax',
      place,
      `Bash can't read this: ${shell.error.message}.`,
      'Correct it, or tag the block with what it is.',
    ),
  ];
}

/** What a reader who copies a command stumbles over: typographic letters, template variables, open placeholders. */
export function commandFindings(command: PlannedCommand): Diagnostic[] {
  return [...typography(command), ...brokenLine(command), ...templates(command), ...unresolved(command)];
}

// Bash takes `\ ` for a blank and ends the command here.
function brokenLine(command: PlannedCommand): Diagnostic[] {
  const match = /(?<=\s)\\[^\S\n]+(?=\n|$)/.exec(command.source);
  if (match === null) return [];
  return [
    diagnostic(
      'shell-typography',
      within(command, match.index, match[0].length),
      'A blank stands behind the backslash at the end of the line, so the command ends here.',
      'Remove what stands behind the backslash.',
    ),
  ];
}

function typography(command: PlannedCommand): Diagnostic[] {
  const bare = command.source.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
  const match = /[“”‘’«»]|(?<=\s)[–—]+(?=\w)|\u00a0/.exec(bare);
  if (match === null) return [];
  const place = within(command, match.index, match[0].length);
  const found = match[0] === '\u00a0' ? 'a no-break space' : `\`${match[0]}\``;
  return [
    diagnostic(
      'shell-typography',
      place,
      `There is ${found} in the command, which Bash does not take for what it looks like.`,
      'Write plain quotes, hyphens and blanks.',
    ),
  ];
}

function templates(command: PlannedCommand): Diagnostic[] {
  const [literal] = templateLiterals(command.source);
  if (literal !== undefined)
    return [
      diagnostic(
        'template-variable',
        within(command, literal.start, literal.end - literal.start),
        `A site generator makes \`${literal.value}\` of \`${literal.text}\`; that is what is typed.`,
        'Write it as readers are to type it, unless such a generator makes the page.',
      ),
    ];
  const match = template.exec(command.source);
  if (match === null) return [];
  const place = within(command, match.index, match[0].length);
  return [
    diagnostic(
      'template-variable',
      place,
      `\`${match[0]}\` is a template variable that nothing filled in.`,
      'Write the value itself.',
    ),
  ];
}

function unresolved(command: PlannedCommand): Diagnostic[] {
  return command.placeholders
    .filter((one) => one.wants.object === 'unknown')
    .map((one) =>
      diagnostic(
        'placeholder-ambiguous',
        within(command, one.start, one.end - one.start),
        `\`${one.text}\` stands for something that only the reader knows.`,
        `Say what to type: <!-- verify: bind ${/\s/.test(one.text) ? `"${one.text}"` : one.text}=… -->`,
      ),
    );
}

function within(command: PlannedCommand, index: number, length: number) {
  const before = command.source.slice(0, index).split('\n');
  const line = command.place.line + before.length - 1;
  const column = (before.length === 1 ? command.place.column : 1) + before.at(-1)!.length;
  return { path: command.place.path, line, column, endLine: line, endColumn: column + length };
}
