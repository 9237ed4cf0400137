import { promptOf } from '../shell/prompts.ts';
import { pageIsWrong } from './blame/failure.ts';
import { asksForRest } from './console-prompt.ts';
import type { Drive, Driven } from './drive-command.ts';
import { stop } from './end-command.ts';
import { lastLineOf, promptAtEnd } from './marks.ts';

/**
 * What came of a command that has fallen silent at a prompt which nobody waited for; null when none stands there. A
 * shell has got its own prompt back (`source ~/.bashrc`), another was opened inside, or a console wants more.
 */
export async function atPrompt(drive: Drive, raw: string, notes: string[]): Promise<Driven | null> {
  const { session, signal, ran } = drive;
  if (session.reader === 'repl') return atConsole(drive, raw);
  const shown = raw.slice(0, raw.lastIndexOf('\n') + 1);
  const prompt = promptAtEnd(raw, 'shell');
  if (prompt !== null) {
    const armed = await session.armAgain(signal, { isReplaced: /^\s*exec\b/.test(ran) });
    if (armed === null) return null;
    if (!armed.entered) return { kind: 'ended', statuses: armed.statuses, raw: shown, notes };
    return { kind: 'opened', raw: shown, prompt, notes: [...notes, unsaid('a shell')] };
  }
  const other = promptAtEnd(raw, 'repl');
  if (other === null || promptOf(other)?.kind !== 'repl') return null;
  session.enterRepl(other);
  return { kind: 'opened', raw: shown, prompt: other, notes: [...notes, unsaid('a program')] };
}

function unsaid(what: string): string {
  return `opened ${what} with a prompt of its own: what follows is typed inside it until it is left`;
}

async function atConsole(drive: Drive, raw: string): Promise<Driven | null> {
  const prompt = lastLineOf(raw);
  if (!asksForRest(prompt)) return null;
  const blame = pageIsWrong(
    `the program waits for the rest of it, at its prompt “${prompt.trim()}”`,
    'does it lack a semicolon, a bracket or a quotation mark?',
  );
  return stop(drive, raw, blame);
}
