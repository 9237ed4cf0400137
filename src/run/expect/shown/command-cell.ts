import { dockerCall } from '../../../shell/docker-call.ts';
import { wordsOf } from '../../../shell/words-of.ts';
import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import { printedBy } from '../values/printed-by.ts';
import { isMisspelt } from './misspelt.ts';

/** The two cells of a column COMMAND. */
export interface Commands {
  shown: string;
  actual: string;
  /** Whether the row is of a container that the page has named: of the others, the author may have had more. */
  isNamed: boolean;
}

/**
 * Holds a cell of a column COMMAND. Which command an image starts with is its own affair, and which processes a computer
 * has; one that the page has given must be there, and nothing else be shown in its place. A container's processes are
 * compared by their program.
 */
export function holdsCommand({ shown, actual, isNamed }: Commands, circumstances: Circumstances): boolean {
  const [one, other] = [commandText(shown), commandText(actual)];
  if (isSameCut(one, other)) return true;
  if (isMisspelt(one, other)) return false;
  const given = givenCommands(circumstances.said);
  const isSameProgram = programOf(one) === programOf(other);
  if (isGiven(one, given) || ((isNamed || isSameProgram) && isGiven(other, given))) return false;
  const isProcess = !actual.startsWith('"') && ofContainer(circumstances);
  return !isProcess || isSameProgram;
}

/** Whether two texts are the same, as far as the shorter one goes where it is cut. */
export function isSameCut(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map((text) => text.replace(ellipsis, '').trim())
    .sort((a, b) => a.length - b.length) as [string, string];
  const isCut = short.length >= cutAt || ellipsis.test(one) || ellipsis.test(other);
  return short === long || (isCut && long.startsWith(short));
}

const ellipsis = /(?:…|\.{3})$/;
// `docker ps` cuts at 20 characters, older ones without a sign.
const cutAt = 19;

function commandText(cell: string): string {
  return cell.replace(/^"|"$/g, '');
}

function ofContainer({ ran, onHost }: Circumstances): boolean {
  return !onHost || printedBy(ran).viaDocker;
}

// `nginx: master process`, `{entry.sh} /bin/bash /entry.sh`, `-bash`, `python3.11 app.py`
function programOf(command: string): string {
  const word = command.replace(/^\{[^}]*\} /, '').split(/\s/)[0]!;
  return word
    .replace(/^.*\//, '')
    .replace(/^-|:$/g, '')
    .replace(/[\d.]+$/, '');
}

function isGiven(command: string, given: string): boolean {
  const wanted = plain(command.replace(ellipsis, ''));
  if (wanted === '') return false;
  return isSaid(wanted, { said: given }) || (ellipsis.test(command) && given.includes(` ${wanted}`));
}

const instruction = /^\s*(?:CMD|ENTRYPOINT|(?:- )?(?:command|entrypoint):)\s*(.*)$/;

// What the page's commands run in containers, without the name of the image, and what its files set.
function givenCommands(said: string): string {
  const lines = said.replace(/\\\n/g, ' ').split('\n');
  return lines
    .flatMap((line) =>
      [instruction.exec(line)?.[1] ?? '', ...commandsIn(line)].map((one) => ` ${plain(one)}`),
    )
    .join('\n');
}

function commandsIn(line: string): string[] {
  if (!/\b(?:run|create)\b/.test(line)) return [];
  return wordsOf(line).flatMap((words) => {
    const call = dockerCall(words);
    if (call === null || !['run', 'create'].includes(call.verb)) return [];
    const entrypoints = call.flags
      .filter(({ name }) => name === '--entrypoint')
      .map(({ value }) => value ?? '');
    const inside = call.args.slice(1).map(({ text }) => text);
    return [[...entrypoints, ...inside].join(' ')];
  });
}

function plain(text: string): string {
  return text
    .replace(/["'[\],]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
