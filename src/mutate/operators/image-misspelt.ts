import type { Change } from '../change.ts';
import { imageWords } from '../image-words.ts';
import { misspell } from '../misspell.ts';
import type { PlannedPost } from '../planned-post.ts';

/** Each image's name misspelt. */
export function imageMisspelt(post: PlannedPost): Change[] {
  return imageWords(post).flatMap(({ command, word }) => {
    const name = /([a-z0-9][\w.-]*)(?::[\w.-]+)?$/.exec(word.text);
    if (name === null) return [];
    const start = word.start + name.index;
    return command.change(start, start + name[1]!.length, misspell(name[1]!));
  });
}
