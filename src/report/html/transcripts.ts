import type { BlockReport, CommandReport, PostReport } from '../../model/report.ts';

/** All that was typed into one terminal of one machine, in the order of the page. */
export interface TerminalTranscript {
  machine: number;
  terminal: number;
  entries: Entry[];
}

/** A command as its terminal showed it. */
export interface Entry {
  command: CommandReport;
  /** What stands before the typed text. */
  prompt: string;
  /** What the screen shows of it, without the prompt that waits at its end. */
  output: string;
  styled: string | null;
}

const ownPrompt = '$ ';
const unknownPrompt = '> ';

/** The terminals of a post as its readers would have seen them, machine by machine. */
export function transcriptsOf(post: PostReport): TerminalTranscript[] {
  const commands = post.blocks.filter(isTyped).flatMap((block) => block.commands);
  const rooms = new Map<string, CommandReport[]>();
  for (const command of commands) {
    const key = `${command.machine} ${command.terminal}`;
    rooms.set(key, [...(rooms.get(key) ?? []), command]);
  }
  return [...rooms.values()]
    .map((typed) => ({
      machine: typed[0]!.machine,
      terminal: typed[0]!.terminal,
      entries: entriesOf(typed),
    }))
    .sort((a, b) => a.machine - b.machine || a.terminal - b.terminal);
}

// A synopsis is compared with the tool's own, out of the reader's sight.
function isTyped({ kind }: BlockReport): boolean {
  return kind !== 'usage';
}

function entriesOf(commands: readonly CommandReport[]): Entry[] {
  const prompts = [ownPrompt];
  return commands.map((command) => {
    const prompt = prompts[command.depth] ?? unknownPrompt;
    // One that was found again as it was left has the prompt that it had there.
    if (command.opened !== null && command.opened !== '') prompts[command.depth + 1] = command.opened;
    return { command, prompt, ...withoutEcho(command, prompt) };
  });
}

// A REPL shows what is typed by itself, and its prompt again; both are shown as parts of the next entry.
function withoutEcho(
  { output, styled, ran, depth }: CommandReport,
  prompt: string,
): Pick<Entry, 'output' | 'styled'> {
  const lines = output.split('\n');
  if (depth === 0 || lines.at(-1)?.trim() !== prompt.trim()) return { output, styled };
  const echoed = ran !== null && lines[0]?.trim() === ran.trim();
  return { output: lines.slice(echoed ? 1 : 0, -1).join('\n'), styled: null };
}
