import type { PlannedExpectation } from '../../model/plan.ts';
import type { Change } from '../change.ts';
import { mainWord, misspell } from '../misspell.ts';
import { type PlannedPost, textAt } from '../planned-post.ts';

/** Each word or phrase that the prose promises, in an output or on a web page, misspelt. */
export function promisedWord(post: PlannedPost): Change[] {
  return post.commands.flatMap(({ command, block }) =>
    command.expectations.flatMap((expectation) => inPromise(post, expectation, block.id)),
  );
}

function inPromise(post: PlannedPost, expectation: PlannedExpectation, block: string): Change[] {
  if (expectation.kind !== 'words' && expectation.kind !== 'http' && expectation.kind !== 'run') return [];
  const { text, start } = textAt(post, expectation.source);
  return expectation.words.flatMap((phrase) => {
    const at = phraseAt(text, phrase);
    if (at === null) return [];
    const stretch = text.slice(at.start, at.end);
    const word = mainWord(stretch);
    if (word === null) return [];
    const from = start + at.start + word.start;
    const after = misspell(stretch.slice(word.start, word.end));
    return [{ start: from, end: from + word.end - word.start, after, about: [block] }];
  });
}

// As a word of its own, the last time it stands there: what is promised comes behind what is done.
function phraseAt(text: string, phrase: string): { start: number; end: number } | null {
  const escaped = phrase
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`);
  const found = [...text.matchAll(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'g'))].at(-1);
  return found === undefined ? null : { start: found.index, end: found.index + found[0].length };
}
