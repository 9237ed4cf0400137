import { parseShell } from '../parse-shell.ts';
import { rootPromptOf, type TranscriptEntry } from '../prompts.ts';
import { beginsLikeCommand } from '../reads-as-shell.ts';
import type { Line } from './lines.ts';

/**
 * Whether all of a screen is a root shell, whose prompt is `# `: every line that begins so holds a command. The first may
 * open a console, whose own prompts then stand below.
 */
export function rootShell(lines: Line[]): boolean {
  if (lines.some((line) => line.prompt !== null) && !opensConsole(lines)) return false;
  const roots = lines.filter((line) => rootPromptOf(line.text) !== null);
  const others = lines.filter(
    (line) => line.text.trim() !== '' && line.prompt === null && !roots.includes(line),
  );
  if (roots.length === 0 || lines.find((line) => line.text.trim() !== '') !== roots[0]) return false;
  if (others.some((line) => beginsLikeCommand(line.text))) return false;
  return roots.every((line) => {
    const command = line.text.slice(2);
    return (
      command.trim() === '' ||
      (beginsLikeCommand(command) && parseShell(command).error === null && !readsAsProse(command))
    );
  });
}

// What asks by itself once it is opened; a comment that only names it is followed by more than flags.
const consoles = /^# (?:redis-cli|psql|mysql|mariadb|mongosh?|sqlite3|cqlsh)(?:\s*$| -)/;

// `# redis-cli` and below it `127.0.0.1:6379> `: its own prompts, and none of a shell's.
function opensConsole(lines: Line[]): boolean {
  const first = lines.find((line) => line.text.trim() !== '');
  return (
    first !== undefined &&
    consoles.test(first.text) &&
    lines.every(({ prompt }) => prompt === null || prompt.kind === 'repl')
  );
}

// "# make sure that …" begins with a command's name and is a sentence all the same.
function readsAsProse(text: string): boolean {
  return (
    /[.:…]$/.test(text.trim()) || /\b(?:the|a|an|your|this|that|it|and|for|from|with|is|are)\b/.test(text)
  );
}

const opensShell =
  /\s-(?:it|ti|i -t|t -i)\b|\s--interactive\b|\bdocker (?:container )?attach\b|^su\b|sudo (?:-i|-s|su)\b|^ssh\b/;

/**
 * Whether `# ` is a prompt on a line of a transcript: all of it is a root shell (`asRoot`), or a command before it has
 * opened one.
 */
export function isRootLine(
  line: Line,
  { entries, asRoot }: { entries: readonly TranscriptEntry[]; asRoot: boolean },
): boolean {
  const prompt = rootPromptOf(line.text);
  if (prompt === null) return false;
  if (asRoot) return true;
  const opener = entries.findLast((entry) => entry.prompt?.kind !== 'root');
  if (opener === undefined || !opensShell.test(opener.command)) return false;
  return beginsLikeCommand(line.text.slice(prompt.length));
}
