import type { PlannedCommand } from '../../model/plan.ts';
import { callName, dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import type { Death } from './deaths.ts';

/** The commands of a path in which a page may say that a container dies. */
export interface CrashPage {
  commands: readonly PlannedCommand[];
  /** The ids of those that have started something in the background. */
  starters: readonly string[];
}

/**
 * Whether a page shows or says that the very container dies that has died, as pages about exit statuses and restarts
 * do: a row, a promise or a sentence that names it (or its image), or one that names none and is about what was started
 * last. `starter`: the id of the command that started it.
 */
export function isCrashShown(death: Death, starter: string, page: CrashPage): boolean {
  const own = page.commands.find(({ id }) => id === starter);
  if (own !== undefined && exitsWith(own.source, death.exitStatus)) return true;
  return page.commands.some(
    (command) =>
      waitsFor(command, death) ||
      crashTexts(command, death).some((text) => isAbout(text, death) ?? isOfStarter(command, starter, page)),
  );
}

// `sh -c 'sleep 1; exit 1'`: the page itself has it end so. Behind anything that may serve, or a guard (`… || exit 1`), it
// says what is done when something is wrong.
function exitsWith(source: string, exitStatus: number): boolean {
  const before = String.raw`(?:(?:sleep|echo|printf)\b[^;&|]*(?:;|&&)\s*)*`;
  return new RegExp(String.raw`["']\s*${before}exit\s+${exitStatus}\s*["']?\s*$`).test(source);
}

// `docker wait` is only typed for what ends by itself.
function waitsFor({ source }: PlannedCommand, { name, container }: Death): boolean {
  return wordsOf(source).some((words) => {
    const call = dockerCall(words);
    return (
      call !== null &&
      callName(call) === 'container wait' &&
      call.args.some(({ text }) => text === name || container.startsWith(text))
    );
  });
}

interface CrashText {
  text: string;
  /** Whether it is a row of a table, so that it names a container even where that name is not ours. */
  isRow: boolean;
}

function crashTexts({ expectations, dies }: PlannedCommand, { exitStatus }: Death): CrashText[] {
  const shown = expectations.flatMap((one) => {
    if (one.kind === 'words')
      return one.words.some((word) => saysCrash(word, exitStatus))
        ? [{ text: one.sentence, isRow: false }]
        : [];
    if (one.kind !== 'output') return [];
    const isRow = tableHeader.test(one.text);
    return one.text.split('\n').flatMap((text) => (saysCrash(text, exitStatus) ? [{ text, isRow }] : []));
  });
  const isSaid = dies !== undefined && (dies.exitStatus ?? exitStatus) === exitStatus;
  return isSaid ? [...shown, { text: dies.sentence, isRow: false }] : shown;
}

const tableHeader = /\bNAMES?\b.*\bSTATUS\b|\bSTATUS\b.*\bNAMES?\b/;

function saysCrash(text: string, exitStatus: number): boolean {
  return [`Exited (${exitStatus})`, `Restarting (${exitStatus})`, `exited with code ${exitStatus}`].some(
    (said) => text.includes(said),
  );
}

// Null where it names no container at all.
function isAbout({ text, isRow }: CrashText, { name, container, image }: Death): boolean | null {
  const words = text.split(/[\s"'“”`,;|()]+/).map((word) => word.replace(/[.:]+$/, ''));
  const names = (word: string): boolean =>
    word === name ||
    name.endsWith(`-${word}`) ||
    name.endsWith(`_${word}`) ||
    (word.length >= 8 && container.startsWith(word)) ||
    (image !== '' && untagged(word) === untagged(image));
  if (words.some((word) => word.length > 1 && names(word))) return true;
  return isRow ? false : null;
}

function untagged(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
}

// What names nobody is about what was started last before it.
function isOfStarter(command: PlannedCommand, starter: string, { commands, starters }: CrashPage): boolean {
  const before = commands.slice(0, commands.indexOf(command) + 1);
  return before.findLast(({ id }) => starters.includes(id))?.id === starter;
}
