import { dockerCall } from '../shell/docker-call.ts';
import type { ShellWord } from '../shell/parse-shell.ts';
import type { PlannedPost, TypedCommand } from './planned-post.ts';

const takesImages = new Set(['pull', 'push', 'rm', 'tag', 'inspect', 'history', 'save']);

/** The words of a page's commands that name an image which must be there: of `run`, `create` and `docker image …`. */
export function imageWords(post: PlannedPost): { command: TypedCommand; word: ShellWord }[] {
  return post.commands.flatMap((command) =>
    command.words.flatMap((words) => {
      const isPlaceholder = (word: ShellWord): boolean =>
        command.command.placeholders.some(({ start, end }) => start < word.end && end > word.start);
      return imagesOf(words)
        .filter((word) => !isPlaceholder(word) && !/[$"'\\]/.test(word.text))
        .map((word) => ({ command, word }));
    }),
  );
}

function imagesOf(words: readonly ShellWord[]): readonly ShellWord[] {
  const call = dockerCall(words);
  if (call?.object === 'container' && (call.verb === 'run' || call.verb === 'create'))
    return call.args.slice(0, 1);
  if (call?.object !== 'image' || !takesImages.has(call.verb)) return [];
  return call.verb === 'tag' ? call.args.slice(0, 1) : call.args;
}
