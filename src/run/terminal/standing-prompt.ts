import { isSamePrompt, pasteMode } from './console-prompt.ts';
import { endsWithMark, promptAtEnd } from './marks.ts';

/** What is waited for while a terminal prints. */
export interface Waited {
  /** A foreign prompt of this sort; `login`: that of the terminal's own shell, before anything was typed. */
  sort: 'shell' | 'login' | 'repl' | undefined;
  /** The prompt that the open console gave before; null where none is waited for. */
  console: string | null;
}

// What looks like a prompt may be the middle of a line that is still coming.
const standsMs = 80;
const standsForSureMs = 400;

/** After how long without any output a standing prompt may be told, in milliseconds. */
export const promptStandsAfterMs = [standsMs, standsForSureMs];

/**
 * The awaited prompt at the end of `raw`, when it has stood there for long enough; null when there is none. The sign
 * of a shell or the very prompt of before is soon sure, what only ends as a prompt may is not. The login shell's, and
 * one at which a line can be edited, are sure at once: what is typed there too early waits for its shell. A shell that was
 * armed before has an empty one.
 */
export function standingPrompt(raw: string, quietForMs: number, waited: Waited): string | null {
  // Who attaches again to what was left with the detach keys finds the shell as it was armed there: nothing is to be seen.
  if (waited.sort === 'shell' && endsWithMark(raw)) return '';
  if (waited.sort === 'login' || (waited.sort === 'shell' && isEditing(raw)))
    return promptAtEnd(raw, 'shell');
  if (quietForMs < standsMs) return null;
  const isForSure = quietForMs >= standsForSureMs;
  if (waited.sort !== undefined) {
    const prompt = promptAtEnd(raw, waited.sort);
    if (prompt !== null) return waited.sort === 'shell' || isForSure ? prompt : null;
  }
  const prompt = waited.console === null || !raw.includes('\n') ? null : promptAtEnd(raw, 'repl');
  if (prompt === null || !isSamePrompt(prompt, waited.console!)) return null;
  return prompt === waited.console || isForSure ? prompt : null;
}

// A shell that edits lines asks for marks around what is pasted before it prompts, and wants none while a command runs.
function isEditing(raw: string): boolean {
  return pasteMode(raw.slice(raw.lastIndexOf('\n') + 1)) === true;
}
