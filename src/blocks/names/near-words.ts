import type { PlannedBlock, PlannedCommand } from '../../model/plan.ts';
import type { Draft } from '../block-context.ts';
import type { Sentence } from '../reading/sentences.ts';

const hexId = /^(?=.*\d)[0-9a-f]{2,64}$/;
const shortId = 12;

/** What stands before a command on its page. */
export interface Before {
  blocks: readonly PlannedBlock[];
  drafts: readonly Draft[];
  sentences: readonly Sentence[];
  created: ReadonlySet<string>;
}

/**
 * Gives each placeholder the words that tell which object is meant: for an id those of the row that showed it, or of the
 * command that printed nothing else; for an address the names in the text above.
 */
export function addNearWords(planned: PlannedCommand, before: Before): void {
  addShownAddresses(planned, before);
  for (const placeholder of planned.placeholders) {
    const words =
      placeholder.wants.object === 'address'
        ? [placeholder.text, ...namesIn(before)]
        : hexId.test(placeholder.text)
          ? wordsBeside(placeholder.text, before)
          : [];
    if (words.length > 0) placeholder.near = words;
  }
}

// An address that `docker inspect` showed the author is another one for the reader.
function addShownAddresses(planned: PlannedCommand, before: Before): void {
  const commands = commandsBefore(before);
  const { source, placeholders } = planned;
  for (const match of source.matchAll(privateAddress)) {
    const [text] = match;
    const [start, end] = [match.index, match.index + text.length];
    if (placeholders.some((one) => one.start < end && one.end > start)) continue;
    const isTyped = commands.some((one) => one.source.includes(text));
    const isShown = commands.some(
      (one) => /\binspect\b/.test(one.source) && shownLines(one).some((line) => isContainers(line, text)),
    );
    if (!isTyped && isShown) placeholders.push({ text, start, end, wants: { object: 'address' } });
  }
}

const privateAddress = /(?<![\w.-])(?:10|172|192)(?:\.\d{1,3}){3}(?![\w.-]*\d|\/\d)/g;

function isContainers(line: string, address: string): boolean {
  return line.includes(address) && !/gateway|subnet|iprange/i.test(line);
}

function namesIn({ sentences, created }: Before): string[] {
  return sentences.flatMap(({ text }) => wordsOf(text)).filter((word) => created.has(word));
}

function wordsBeside(id: string, before: Before): string[] {
  const short = id.slice(0, shortId);
  for (const command of commandsBefore(before).toReversed()) {
    const line = shownLines(command).find((text) => wordsOf(text).some((word) => word.startsWith(short)));
    if (line === undefined) continue;
    const words = wordsOf(line).filter((word) => !word.startsWith(short));
    return words.length > 0 ? words : wordsOf(command.source);
  }
  return [];
}

function commandsBefore({ blocks, drafts }: Before): PlannedCommand[] {
  const own = drafts.map(({ planned }) => planned);
  return [...blocks.flatMap((block) => ('commands' in block ? block.commands : [])), ...own];
}

function shownLines({ expectations }: PlannedCommand): string[] {
  return expectations.flatMap((one) => (one.kind === 'output' ? one.text.split('\n') : []));
}

function wordsOf(text: string): string[] {
  return text.match(/[\w][\w./:-]*/g)?.map((word) => word.replace(/[.:]+$/, '')) ?? [];
}
