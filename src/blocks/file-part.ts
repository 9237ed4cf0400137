import type { BlockContext } from './block-context.ts';
import { isWholeFile } from './file-fits.ts';
import { isThere, writtenByPage } from './file-makers.ts';
import { nameInSentence } from './file-name.ts';
import { sentencesAbove } from './file-sentences.ts';

const changes = /\b(?:adjust|change|edit|modify|replace|set|update)\b/i;
const whole =
  /\b(?:whole|entire|complete|full|final|everything|contents?|new version|overwrite)\b|\blooks? (?:like|as)\b|\b(?:reads|contains)\b|\bwith (?:this|the following)\b|\bto (?:be|read|contain|the following|this)\b|\bto\s*:$/i;

/** The file, there already, that the text above changes by what may be only a part of it; null where it does not. */
export function changedFile(context: BlockContext): string | null {
  const above = sentencesAbove(context);
  if (above.some(({ text }) => whole.test(text))) return null;
  const sentence = above.findLast(({ text }) => changes.test(text));
  const name = sentence === undefined ? null : nameInSentence(sentence, context.block);
  if (name === null || isWholeFile(name, context) || !isThere(name, context.planned)) return null;
  const old = writtenByPage(name, context.planned);
  return old !== null && isNewVersion(context.block.text, old) ? null : name;
}

// A part has fewer lines than the whole and begins elsewhere; of JSON it lacks keys.
function isNewVersion(text: string, old: string): boolean {
  const [keys, oldKeys] = [keysOf(text), keysOf(old)];
  if (keys !== null && oldKeys !== null) return oldKeys.every((key) => keys.includes(key));
  const [lines, oldLines] = [linesOf(text), linesOf(old)];
  return lines.length >= oldLines.length || lines[0] === oldLines[0];
}

function keysOf(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.keys(value) : null;
  } catch {
    return null;
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
