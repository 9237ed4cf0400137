import { stripVTControlCharacters } from 'node:util';

/**
 * Whether a console asks for its next command with `now` where it asked with `before`: consoles count (`In [2]:`), name
 * the database (`boats=#`) and say that a transaction is open, but the sign at the end stays.
 */
export function isSamePrompt(now: string, before: string): boolean {
  return now === before || (signOf(now) !== '' && signOf(now) === signOf(before));
}

// What ends the prompt, without what stands in brackets: `> `, `=# `, `: `.
function signOf(prompt: string): string {
  const bare = prompt.trimEnd().replace(/\[[^\]]*\]|\([^)]*\)/g, '');
  return /[^\w\s]*\s*$/.exec(bare.replace(/=[*!?^](?=[#>]$)/, '='))![0].trim();
}

/** Whether a console asks with this for the rest of a command: `    -> `, `boats-# `, `... `. */
export function asksForRest(prompt: string): boolean {
  return /^\s*(?:(?:-|'|"|`|\/\*)>|\.\.\.+>?|\.\.\.+\(\d+\)>|\|)\s*$|^\s+\.\.\.: *$|^\w+[-('"$*][#>] $|^irb.*[*'"] ?$/.test(
    prompt,
  );
}

/** The keys that type a command into the console with this prompt; `pastes`: whether it tells pasted text from typed. */
export function consoleKeys(text: string, { prompt, pastes }: { prompt: string; pastes: boolean }): string {
  if (!/^(?:>>>|In \[\d+\]:)/.test(prompt)) return `${text.replaceAll('\n', '\r')}\r`;
  // Python ends what is indented with an empty line, which must not come before.
  const lines = text.replace(/\n(?:[^\S\n]*\n)+/g, '\n').replaceAll('\n', '\r');
  const typed = pastes && lines.includes('\r') ? `\x1b[200~${lines}\x1b[201~` : lines;
  return /^(?:for|while|if|with|def|class|try|async|match)\b|^@\w/.test(text) ? `${typed}\r\r` : `${typed}\r`;
}

/** What a console has printed, without the lines in which it repeats what was typed. */
export function withoutEcho(raw: string, typed: string): string {
  const lines = raw.split('\n');
  const echoed = typed.split('\n').filter((line) => line.trim() !== '');
  const isEcho = echoed.every((line, index) =>
    stripVTControlCharacters(lines[index] ?? '')
      .trim()
      .endsWith(line.trim()),
  );
  return isEcho ? lines.slice(echoed.length).join('\n') : raw;
}

/** Whether a program asks its terminal to mark what is pasted, as far as this piece of its output tells. */
export function pasteMode(output: string): boolean | null {
  const last = [...output.matchAll(/\x1b\[\?2004([hl])/g)].at(-1);
  return last === undefined ? null : last[1] === 'h';
}
