import type { Change } from '../change.ts';
import { imageWords } from '../image-words.ts';
import type { Page } from '../page.ts';

/** Each image with a tag that nobody has published. */
export function tagChanged(page: Page): Change[] {
  return imageWords(page).flatMap(({ command, word }) => {
    const tag = /:[\w.-]+$/.exec(word.text);
    return command.change(tag === null ? word.end : word.start + tag.index, word.end, ':no-such-tag');
  });
}
