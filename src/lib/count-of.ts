import { grouped } from './grouped.ts';

/** A number with its noun: `1 block`, `2 blocks`, `1,797 commands`. */
export function countOf(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}
