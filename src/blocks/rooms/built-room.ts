import { parseShell, type ShellWord } from '../../shell/parse-shell.ts';
import { imageRoom, programRoom } from './program-room.ts';

/** What images open on a terminal that are built from these texts; null where they open nothing, or not all the same. */
export function builtRoom(texts: readonly string[]): 'shell' | 'repl' | null {
  const rooms = new Set(texts.filter((text) => /^FROM \S/m.test(text)).map(roomOf));
  return rooms.size === 1 ? [...rooms][0]! : null;
}

function roomOf(dockerfile: string): 'shell' | 'repl' | null {
  const base = [...dockerfile.matchAll(/^FROM (?:--\S+ )*(\S+)/gim)].at(-1)?.[1] ?? '';
  const words = [...instruction(dockerfile, 'ENTRYPOINT'), ...instruction(dockerfile, 'CMD')];
  return words.length === 0 ? imageRoom(base) : programRoom(words);
}

// Of several only the last counts, as it does for Docker.
function instruction(dockerfile: string, name: string): readonly ShellWord[] {
  const text = [...dockerfile.matchAll(new RegExp(`^${name}\\s+(.+)$`, 'gim'))].at(-1)?.[1] ?? '';
  const listed = /^\[(.*)\]\s*$/.exec(text)?.[1];
  if (listed === undefined) return parseShell(text).statements[0]?.commands[0]?.words ?? [];
  return [...listed.matchAll(/"([^"]*)"/g)].map((match) => ({ text: match[1]!, start: 0, end: 0 }));
}
