import { dockerCall } from '../../shell/docker-call.ts';
import { promptOf } from '../../shell/prompts.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { pageIsWrong } from '../blame/failure.ts';
import type { Drive, Driven } from '../drive/drive.ts';
import { stop } from '../drive/end-command.ts';
import { asksForRest } from './console-prompt.ts';
import { lastLineOf } from './last-line.ts';
import { promptAtEnd } from './marks.ts';

/**
 * What came of a command that has fallen silent at a prompt which nobody waited for; null when none stands there. A
 * shell has got its own prompt back (`source ~/.bashrc`), another was opened inside, or a console wants more.
 */
export async function atPrompt(drive: Drive, raw: string, notes: string[]): Promise<Driven | null> {
  const { session, signal, ran } = drive;
  if (session.reader === 'repl') return atConsole(drive, raw);
  const shown = raw.slice(0, raw.lastIndexOf('\n') + 1);
  const prompt = promptAtEnd(raw, 'shell');
  if (prompt !== null && (staysInShell(ran) || !isOfConsole(prompt))) {
    const armed = await session.armAgain(signal, { isReplaced: /^\s*exec\b/.test(ran) });
    if (armed === null) return null;
    if (!armed.entered) return { kind: 'ended', statuses: armed.statuses, raw: shown, notes };
    return { kind: 'opened', raw: shown, prompt, notes: [...notes, unsaid('a shell')] };
  }
  const other = promptAtEnd(raw, 'repl');
  if (other === null || !isOfConsole(other) || isFetching(ran)) return null;
  session.enterRepl(other);
  return { kind: 'opened', raw: shown, prompt: other, notes: [...notes, unsaid('a program')] };
}

const builtins = new Set(
  '. : alias cd declare export hash local popd pushd readonly set shopt source trap typeset umask unalias unset'.split(
    ' ',
  ),
);

// What only changes the shell itself starts no program that could ask at a prompt of its own.
function staysInShell(ran: string): boolean {
  return wordsOf(ran).every(([program]) => program === undefined || builtins.has(program.text));
}

// No shell asks so, and what is none must not be given a shell's line to read.
function isOfConsole(prompt: string): boolean {
  return promptOf(prompt)?.kind === 'repl' || /> $/.test(prompt);
}

// A bar that stands still is no prompt.
function isFetching(ran: string): boolean {
  return wordsOf(ran).some((words) => /^(?:pull|push|build|up)$/.test(dockerCall(words)?.verb ?? ''));
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
