import { flagWords } from '../call-words.ts';
import type { Change } from '../change.ts';
import { misspell } from '../misspell.ts';
import type { PlannedPost } from '../planned-post.ts';

/** Each flag misspelt: a long one by two letters swapped, a short one by its letter in the other case. */
export function flagMisspelt(post: PlannedPost): Change[] {
  return post.commands.flatMap((command) =>
    command.words.flatMap(flagWords).flatMap(({ word }) => {
      const [name] = /^--?[A-Za-z][\w-]*/.exec(word.text) ?? [''];
      return command.change(word.start, word.start + name.length, wrong(name));
    }),
  );
}

function wrong(name: string): string {
  if (name.startsWith('--')) return `--${misspell(name.slice(2))}`;
  const last = name.at(-1)!;
  return name.slice(0, -1) + (last === last.toLowerCase() ? last.toUpperCase() : last.toLowerCase());
}
