import { countOf } from '../lib/count-of.ts';

const defaults = { lines: 200, characters: 20_000, lineCharacters: 2_000 } satisfies OutputLimits;

/** How much of an output is kept: lines, letters in all, and letters of a line. */
export interface OutputLimits {
  lines: number;
  characters: number;
  lineCharacters: number;
}

/**
 * Output that is small enough to be kept: its beginning and its end, and between them a line that says how much was
 * left out. Trailing blanks and empty lines at the end go too.
 */
export function cutOutput(output: string, limits: OutputLimits = defaults): string {
  const text = output.replace(/[ \t]+$/gm, '').replace(/\n+$/, '');
  const lines = text.split('\n').map((line) => cutLine(line, limits.lineCharacters));
  const whole = lines.join('\n');
  if (lines.length <= limits.lines && whole.length <= limits.characters) return whole;
  const head = takeLines(lines, { lines: Math.ceil(limits.lines / 2), characters: limits.characters / 2 });
  const rest = lines.slice(head.length).reverse();
  const tail = takeLines(rest, { lines: Math.floor(limits.lines / 2), characters: limits.characters / 2 });
  const left = lines.length - head.length - tail.length;
  return [...head, `[… ${countOf(left, 'line')} left out …]`, ...tail.reverse()].join('\n');
}

function takeLines(lines: readonly string[], room: { lines: number; characters: number }): string[] {
  const taken: string[] = [];
  let characters = 0;
  for (const line of lines) {
    characters += line.length + 1;
    if (taken.length >= room.lines || characters > room.characters) break;
    taken.push(line);
  }
  return taken;
}

function cutLine(line: string, characters: number): string {
  if (line.length <= characters) return line;
  // A cut between the two halves of a surrogate pair would leave half a character.
  const end = /[\ud800-\udbff]$/.test(line.slice(0, characters)) ? characters - 1 : characters;
  return `${line.slice(0, end)} [… ${countOf(line.length - end, 'character')} left out …]`;
}
