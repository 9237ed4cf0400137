import type { CommandTrait } from '../../model/plan.ts';
import { withoutWrappers } from '../../shell/docker-call.ts';
import type { SimpleCommand } from '../../shell/parse-shell.ts';
import type { Draft } from '../block-context.ts';

const editors = /^(?:nano|pico|vim?|nvim|neovim|emacs|micro|joe|ed|gedit|kate|code|subl|atom|notepad)$/;

/** The file that a simple command opens in an editor, as the page writes it; null when it is no such command. */
export function editedFile(command: SimpleCommand): string | null {
  const [program, ...args] = withoutWrappers(command.words).map((word) => word.text);
  if (program === undefined || !editors.test(program)) return null;
  const files = args.filter((arg) => !/^[-+]/.test(arg) && arg !== '.');
  return files.length === 1 ? files[0]! : null;
}

/** The trait of a command that a reader works by hand: an editor, a pager. Null for all others. */
export function byHand(commands: readonly SimpleCommand[]): CommandTrait | null {
  const last = commands.filter((command) => command.depth === 0).at(-1);
  if (last === undefined) return null;
  if (isKeys(last)) return { kind: 'by-hand', because: 'It names keys to press, not a command.' };
  const program = withoutWrappers(last.words)[0]?.text ?? '';
  if (editedFile(last) !== null)
    return {
      kind: 'by-hand',
      because: `\`${program}\` is an editor: what a reader saves with it is a file of the page.`,
    };
  if (program === 'crontab' && last.words.some(({ text }) => text === '-e'))
    return { kind: 'by-hand', because: '`crontab -e` opens an editor, which a reader works by hand.' };
  if (editors.test(program) && last.words.length <= 3)
    return { kind: 'by-hand', because: `\`${program}\` is an editor, which a reader works by hand.` };
  return null;
}

/** The trait of an assignment right below the command that opens a file: it is a line of that file. Null for all others. */
export function writtenInEditor(draft: Draft, above: Draft | undefined): CommandTrait | null {
  const isAssignment =
    draft.commands.every(({ words }) => words.length === 0) && /^\w+=/.test(draft.planned.source);
  if (above === undefined || !isAssignment) return null;
  const file = above.commands.map(editedFile).at(-1) ?? null;
  const isBelowAnother =
    above.planned.trait.kind === 'by-hand' && above.commands.every(({ words }) => words.length === 0);
  if (file === null && !isBelowAnother) return null;
  return {
    kind: 'by-hand',
    because: 'It stands below the command that opens an editor: it is a line of the file.',
  };
}

// `Ctrl+P Ctrl+Q`, written where a command could stand.
function isKeys({ words }: SimpleCommand): boolean {
  const keys = words.map((word) => word.text).join(' ');
  return /^(?:ctrl|control|\^)\s*[-+]?\s*[a-z\\]\b/i.test(keys) && keys.length < 30;
}
