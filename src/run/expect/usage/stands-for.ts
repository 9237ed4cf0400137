import type { SynopsisToken } from './synopsis.ts';

/** Whether a word of the page can stand where the tool's own usage has this one: `<id>` for `CONTAINER`. */
export function standsFor(page: SynopsisToken, tool: SynopsisToken): boolean {
  const [one, other] = [nameOf(page.text), nameOf(tool.text)];
  if (page.kind === 'word') return !isOptions(other);
  if (isOptions(one) || isOptions(other)) return isOptions(one) && isOptions(other);
  if (one.includes(other) || other.includes(one)) return true;
  const [meant, known] = [objectsIn(one), objectsIn(other)];
  // `<id>` or `<old>` says nothing but where it stands.
  return meant.length === 0 || known.length === 0 || meant.some((object) => known.includes(object));
}

function nameOf(text: string): string {
  return text
    .replace(/(?<=\w)\[:?@?[A-Z]+\]|\|.*$|\.{3}/g, '')
    .replace(/[[\]<>]/g, '')
    .toUpperCase()
    .replace(/[ _-](?:NAME|ID)$/, '')
    .replaceAll(/[ -]/g, '_');
}

function isOptions(name: string): boolean {
  return name === 'OPTIONS' || name === 'FLAGS';
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
