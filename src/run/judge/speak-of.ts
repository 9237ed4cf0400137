import { wordTextsOf } from '../../shell/words-of.ts';

/** Whether one of these commands names an object: as it is, with a tag, or as the last part of a path. */
export function speakOf(name: string, commands: readonly string[]): boolean {
  return commands.some((source) =>
    wordTextsOf(source)
      .flat()
      .some((word) => speaksOf(word, name)),
  );
}

function speaksOf(word: string, name: string): boolean {
  return word === name || word.startsWith(`${name}:`) || word.split('/').at(-1)?.split(':')[0] === name;
}
