import type { Machine } from '../../machine/machine.ts';
import type { ExpectationReport } from '../../model/report.ts';

type Token = { kind: 'optional' | 'required' | 'word' | 'flag'; text: string };

/**
 * Holds a synopsis of the page against the usage line that the tool itself prints for `--help` in the machine.
 * The page may leave out what is optional and may give a value where the tool has a metavariable.
 */
export async function checkUsage(
  synopsis: string,
  line: number,
  machine: Machine,
): Promise<ExpectationReport> {
  const report = (held: boolean | null, message: string): ExpectationReport => ({
    kind: 'usage',
    source: { line },
    held,
    message,
  });
  const tokens = tokensOf(synopsis);
  const found = await findUsage(commandOf(tokens), machine);
  if (found === null) return report(false, 'no tool on a fresh machine prints a usage line for this');
  const { command, own, usages, help } = found;
  const length = (words: string): number => words.split(' ').length;
  const problems = usages.map((usage) =>
    compare(tokens.slice(length(command)), tokensOf(usage).slice(length(own)), help),
  );
  const fitting = usages[problems.indexOf(null)];
  return fitting === undefined
    ? report(false, `${problems[0]}; the tool's own usage: ${usages.join(' or ')}`)
    : report(true, `the tool's own usage: ${fitting}`);
}

interface Usage {
  /** The command as the page writes it. */
  command: string;
  /** The same as the tool calls it: `docker image build` is its `docker buildx build`. */
  own: string;
  /** One or more: `docker cp` goes two ways. */
  usages: string[];
  help: string;
}

// `docker network create`, but `docker logs` even where a page writes `docker logs web [OPTIONS]`.
async function findUsage(words: string[], machine: Machine): Promise<Usage | null> {
  for (let length = words.length; length > 0; length -= 1) {
    const command = words.slice(0, length).join(' ');
    const { stdout: help } = await machine.run(`${command} --help 2>&1`, { timeoutMs: 15_000 });
    const found = usageLines(help, command);
    if (found !== null) return { command, ...found, help };
  }
  return null;
}

// No tool has a longer one, and brackets that are never closed are looked for to the end.
const longest = 4_000;

/** The words of a synopsis, by what they stand for. */
function tokensOf(synopsis: string): Token[] {
  const text = synopsis
    .slice(0, longest)
    .replace(/\s*\\\n\s*/g, ' ')
    .replace(/\s#.*$/, '')
    // `PATH | URL | -` is one operand.
    .replace(/(?<=\w)\s*\|\s*(?=[\w-])/g, '|')
    .trim();
  return splitSynopsis(text).map((word): Token => {
    if (isBracketed(word)) return { kind: 'optional', text: word };
    if (word.startsWith('-')) return { kind: 'flag', text: word };
    if (/[A-Z]{2}/.test(word) || /^[[<]/.test(word)) return { kind: 'required', text: word };
    return { kind: 'word', text: word };
  });
}

// `[-t]`, `[ARG...]...`, but not `[<volume>:]<path>`.
function isBracketed(word: string): boolean {
  const inner = word.replace(/\.{3}$/, '');
  return inner.startsWith('[') && closing(inner, 0) === inner.length - 1;
}

/** Words with blanks between, of which those in brackets are none. */
function splitSynopsis(text: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !/\s/.test(text[at]!)) {
      if (text[at] === '[' || text[at] === '<') at = Math.max(at, closing(text, at));
      continue;
    }
    if (at > start) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}

/** Where the bracket at `from` is closed, brackets inside counted; -1 when it isn't. */
function closing(text: string, from: number): number {
  const [open, close] = text[from] === '<' ? '<>' : '[]';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close && --depth === 0) return at;
  }
  return -1;
}

function commandOf(tokens: Token[]): string[] {
  const end = tokens.findIndex((token) => token.kind !== 'word' || !/^[a-z][\w-]*$/.test(token.text));
  const words = (end === -1 ? tokens : tokens.slice(0, end)).map((token) => token.text);
  return words.slice(0, words[0] === 'docker' ? 3 : 1);
}

function usageLines(help: string, command: string): { own: string; usages: string[] } | null {
  const lines = help.split('\n').map((line) => line.replace(/^\s*(?:Usage:|usage:)\s*/, '').trim());
  const own = lines.filter((line) => line === command || line.startsWith(`${command} `));
  if (own.length > 0) return { own: command, usages: own };
  const [program, ...rest] = command.split(' ');
  const verb = rest.at(-1);
  const renamed = /^\s*(?:Usage:|usage:)\s*(.*)$/m.exec(help)?.[1]?.trim() ?? '';
  const words = renamed.split(/\s+/);
  const end = verb === undefined ? -1 : words.indexOf(verb);
  if (words[0] !== program || end < 1) return null;
  return { own: words.slice(0, end + 1).join(' '), usages: [renamed] };
}

function compare(page: Token[], tool: Token[], help: string): string | null {
  let at = 0;
  for (let index = 0; index < page.length; index += 1) {
    const token = page[index]!;
    if (token.kind === 'flag') {
      if (!hasFlag(token.text, help)) return `the tool has no ${token.text.split('=')[0]}`;
      // The value that follows a flag is not an operand.
      if (takesValue(token.text, help) && !token.text.includes('=')) index += 1;
      continue;
    }
    const found = tool.findIndex((candidate, position) => position >= at && fits(token, candidate));
    if (found === -1) return `the tool has no ${token.text} there`;
    const jumped = tool.slice(at, found).find((candidate) => candidate.kind === 'required');
    if (jumped !== undefined) return `${jumped.text} is missing`;
    // `ARG...` may be given more than once.
    at = tool[found]!.text.includes('...') ? found : found + 1;
  }
  const missing = tool
    .slice(at)
    .find(
      (candidate, position) =>
        candidate.kind === 'required' && !(position === 0 && candidate.text.includes('...')),
    );
  return missing === undefined ? null : `${missing.text} is missing`;
}

function fits(page: Token, tool: Token): boolean {
  const [one, other] = [nameOf(page.text), nameOf(tool.text)];
  if (page.kind === 'word') return !isOptions(other);
  if (isOptions(one) || isOptions(other)) return isOptions(one) && isOptions(other);
  if (one.includes(other) || other.includes(one)) return true;
  const [meant, known] = [objectsIn(one), objectsIn(other)];
  // `<id>` or `<old>` says nothing but where it stands.
  return meant.length === 0 || known.length === 0 || meant.some((object) => known.includes(object));
}

// What a metavariable can stand for, by the words with which pages and tools name it.
const objects: Readonly<Record<string, string>> = {
  CONTAINER: 'container',
  IMAGE: 'image',
  REPOSITORY: 'image',
  REPO: 'image',
  NETWORK: 'network',
  VOLUME: 'volume',
  SERVICE: 'service',
  NODE: 'node',
  STACK: 'stack',
  SECRET: 'secret',
  CONTEXT: 'context',
  COMMAND: 'command',
  CMD: 'command',
  PROGRAM: 'command',
  EXECUTABLE: 'command',
  ARG: 'argument',
  ARGS: 'argument',
  PATH: 'path',
  FILE: 'path',
  DIR: 'path',
  DIRECTORY: 'path',
  FOLDER: 'path',
};

function objectsIn(name: string): string[] {
  return name.split(/[^A-Z]+/).flatMap((word) => objects[word] ?? []);
}

function isOptions(name: string): boolean {
  return name === 'OPTIONS' || name === 'FLAGS';
}

function nameOf(text: string): string {
  return text
    .replace(/(?<=\w)\[:?@?[A-Z]+\]|\|.*$|\.{3}/g, '')
    .replace(/[[\]<>]/g, '')
    .toUpperCase()
    .replace(/[ _-](?:NAME|ID)$/, '')
    .replaceAll(/[ -]/g, '_');
}

function hasFlag(flag: string, help: string): boolean {
  const name = flag.split('=')[0]!;
  if (name.startsWith('--')) return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(help);
  return [...name.slice(1)].every((letter) => new RegExp(`(?<![\\w-])-${letter}(?![\\w-])`).test(help));
}

function takesValue(flag: string, help: string): boolean {
  const name = flag.startsWith('--') ? flag : `-${flag.at(-1)}`;
  return new RegExp(
    `${name}(?:, --[\\w-]+)? (?:string|list|int|bytes|decimal|stringArray|strings|duration|mount|network|port|ulimit|filter|[a-z-]+) {2,}`,
  ).test(help);
}
