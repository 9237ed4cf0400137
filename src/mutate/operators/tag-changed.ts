import type { Change } from '../change.ts';
import { imageWords } from '../image-words.ts';
import type { PlannedPost } from '../planned-post.ts';

/** Each image with a tag that nobody has published. */
export function tagChanged(post: PlannedPost): Change[] {
  return imageWords(post).flatMap(({ command, word }) => {
    const tag = /:[\w.-]+$/.exec(word.text);
    return command.change(tag === null ? word.end : word.start + tag.index, word.end, ':no-such-tag');
  });
}
