import type { Machine } from '../machine/machine.ts';
import type { FileStep } from '../model/plan.ts';
import { compareOutput } from './expect/shown/compare-output.ts';
import { noteFrontEnd, standInFrontEnd } from './front-end.ts';
import type { ImagesSeen } from './prepare/images-seen.ts';
import { pathFrom } from './project-folder.ts';
import { quoteWord } from './quote-word.ts';
import type { ReaderTerminal } from './terminal/reader-terminal.ts';

const deadlineMs = 10_000;
// More of a file than any page shows.
const longestBytes = 1_000_000;

interface FileBlock {
  name: string;
  content: string;
  step: FileStep;
}

/** What the page has put where, by path, and all that it has said so far. */
interface Page {
  written: Map<string, string>;
  said: readonly string[];
  /** The folder at which all its names begin; null for none. */
  project: string | null;
}

/**
 * Puts a file where the reader's terminal stands, owned by the reader. What the page only shows is held against what
 * is there instead: only where nothing is, or just what the page itself put there, it is written. Gives what is wrong,
 * or null.
 */
export async function takeFile(
  file: FileBlock,
  page: Page,
  {
    machine,
    terminal,
    images,
  }: {
    machine: Machine;
    terminal: Pick<ReaderTerminal, 'session' | 'folder'>;
    images: ImagesSeen;
  },
): Promise<{ message: string; hint: string | null } | null> {
  const failed = (problem: string) => ({
    message: `${file.name} could not be written: ${problem}`,
    hint: null,
  });
  const session = await terminal.session();
  if (session.depth > 1)
    return failed('the reader is in another shell at this point, where no file can be written');
  const folder = await terminal.folder();
  const path = pathOf(file.name, folder, await standsIn(page.project, folder, machine));
  const shown = file.content.endsWith('\n') ? file.content : `${file.content}\n`;
  const standIn = standInFrontEnd(file.name, shown, machine.engine);
  const content = standIn?.content ?? shown;
  if (standIn !== null) noteFrontEnd(standIn.frontEnd, images);
  const there = file.step === 'saved' ? null : await read(path, machine);
  const isOwn = file.step === 'shown' && page.written.get(path) === there;
  if (there !== null && !isOwn) return compare(file, there, page.said);
  const problem = await write(path, content, machine);
  if (problem !== null) return failed(problem);
  page.written.set(path, content);
  return null;
}

// A folder of that name below is the one that is meant.
async function standsIn(project: string | null, folder: string, machine: Machine): Promise<string | null> {
  if (project === null || !folder.split('/').includes(project)) return null;
  const below = await asReader(`test -d ${quoteWord(`${folder}/${project}`)}`, machine);
  return below.exitStatus === 0 ? null : project;
}

function pathOf(name: string, folder: string, project: string | null): string {
  if (name.startsWith('/')) return name;
  return name.startsWith('~/') ? `/home/reader/${name.slice(2)}` : pathFrom(name, folder, project);
}

function compare(
  { name, content }: FileBlock,
  there: string,
  said: readonly string[],
): { message: string; hint: string } | null {
  const ran = `cat ${quoteWord(name)}`;
  const comparison = compareOutput(content, there, {
    ran,
    said: said.join('\n'),
    onHost: true,
    bindings: {},
  });
  if (comparison.held) return null;
  return {
    message: `${name} is not as the page shows it: ${comparison.message}`,
    hint: 'correct what the page shows, or what makes the file; if the reader is to save it, say so (“Save it as …”)',
  };
}

// Null where there is nothing yet; an empty file (`touch`) waits to be filled.
async function read(path: string, machine: Machine): Promise<string | null> {
  const { exitStatus, stdout } = await asReader(
    `test -f ${quoteWord(path)} && head -c ${longestBytes} ${quoteWord(path)}`,
    machine,
  );
  return exitStatus === 0 && stdout.trim() !== '' ? stdout : null;
}

async function write(path: string, content: string, machine: Machine): Promise<string | null> {
  const script = `mkdir -p "$(dirname ${quoteWord(path)})" && cat > ${quoteWord(path)}`;
  const written = await asReader(script, machine, content);
  return written.exitStatus === 0 ? null : written.stderr.trim();
}

// As the reader, so that what a reader may not write is not written.
function asReader(script: string, machine: Machine, input?: string): ReturnType<Machine['run']> {
  return machine.run(`su reader -s /bin/sh -c ${quoteWord(script)}`, {
    ...(input === undefined ? {} : { input }),
    timeoutMs: deadlineMs,
  });
}
