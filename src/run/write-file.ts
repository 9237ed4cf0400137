import type { Machine } from '../machine/machine.ts';
import { quoteWord } from './quote-word.ts';
import type { ReaderTerminal } from './reader-terminal.ts';

const deadlineMs = 10_000;

/** Puts a file where the reader's terminal stands, owned by the reader. Gives what went wrong, or null. */
export async function writeFileWhereTerminalStands(
  file: { name: string; content: string },
  machine: Machine,
  terminal: ReaderTerminal,
): Promise<string | null> {
  const session = await terminal.session();
  if (session.depth > 1) return 'the reader is in another shell at this point, where no file can be written';
  const folder = await terminal.folder();
  const path = file.name.startsWith('/')
    ? file.name
    : file.name.startsWith('~/')
      ? `/home/reader/${file.name.slice(2)}`
      : `${folder}/${file.name}`;
  const content = file.content.endsWith('\n') ? file.content : `${file.content}\n`;
  const script = `mkdir -p "$(dirname ${quoteWord(path)})" && cat > ${quoteWord(path)}`;
  // As the reader, so that what a reader may not write is not written.
  const written = await machine.run(`su reader -s /bin/sh -c ${quoteWord(script)}`, {
    input: content,
    timeoutMs: deadlineMs,
  });
  return written.exitStatus === 0 ? null : written.stderr.trim();
}
