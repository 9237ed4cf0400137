import type { Asked, Console, Waiting } from './console-kind.ts';
import { databaseConsoles } from './database-consoles.ts';
import { languageConsoles } from './language-consoles.ts';

const consoles: readonly Console[] = [...languageConsoles, ...databaseConsoles];

// What only finds and starts another program.
const runners = /^(bundle exec|poetry run|pipenv run|uv run|npx|bunx|php|python[\d.]*) (?=[\w./])/;
const none = /^$/;

/** The console that a program, called with these words, is: it asks for commands until it is told to end; or null. */
export function consoleOf(words: readonly string[]): Console | null {
  const runner = runners.exec(words.slice(0, 3).join(' '))?.[1];
  if (runner !== undefined) return consoleOf(words.slice(runner.split(' ').length));
  const [program = '', ...args] = words;
  const name = program.replace(/^(?:\/[\w.-]+)*\/s?bin\//, '');
  return consoles.find(({ names, opens }) => names.test(name) && isLeftOpen(opens, args)) ?? null;
}

/** The console that an image starts by itself, by the last part of its name without a tag; null for none. */
export function consoleOfImage(name: string): Console | null {
  return consoles.find(({ images }) => images?.test(name) === true) ?? null;
}

/** Whether a tag names the language of some console. */
export function isConsoleTag(tag: string): boolean {
  return consoles.some(({ tags }) => tags.test(tag));
}

function isLeftOpen(opens: Waiting | Asked, args: readonly string[]): boolean {
  return 'by' in opens
    ? opens.by.test(args.join(' ')) && !args.some((arg) => /^(?:-c|--command|--execute|-h|--help)/.test(arg))
    : waits(opens, args);
}

function waits({ valued, ends, free, stays = none }: Waiting, args: readonly string[]): boolean {
  const own = args.filter((_, index) => !valued.test(args[index - 1] ?? ''));
  if (own.some((arg) => stays.test(arg))) return true;
  if (own.some((arg) => ends.test(arg))) return false;
  const words = own.filter((arg) => !/^-./.test(arg));
  return words.length <= free && !words.some((word) => /\.(?:js|py|rb|sql)$/.test(word));
}
