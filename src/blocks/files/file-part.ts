import type { PlannedBlock } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import { isWholeFile } from './file-fits.ts';
import { isThere, writtenByPage } from './file-makers.ts';
import { nameInMeta, nameInSentence } from './file-name.ts';
import { sentencesAbove } from './file-sentences.ts';
import { isPartOfYaml } from './yaml-part.ts';

const changes = /\b(?:adjust|change|edit|modify|replace|set|update)\b/i;
const whole =
  /\b(?:whole|entire|complete|full|final|everything|contents?|new version|overwrite)\b|\blooks? (?:like|as)\b|\b(?:reads|contains)\b|\bwith (?:this|the following)\b|\bto (?:be|read|contain|the following|this)\b|\bto\s*:$/i;

// "The web service looks like this": that is said of a part.
const partLooks = /\b(?:services?|section|part|block|lines?|entry|entries)\b[^.]*\blooks? like\b/i;
const wholly =
  /\b(?:whole|entire|complete|full|final|finished|everything|new|overwrite|simpl(?:er|ify|ified)|(?:creat|sav|writ|mak)(?:e|es|ed|ing))\b/i;

/** The file, there already, that the text above changes by what may be only a part of it; null where it does not. */
export function changedFile(context: BlockContext): string | null {
  return partOfFile(context) ?? verballyChanged(context);
}

/**
 * The file that the page wrote before and of which the block is plainly a part, though the text names it; or null. What
 * the author writes behind the fence is a word of his own, which holds.
 */
export function partOfFile(context: BlockContext): string | null {
  if (nameInMeta(context.block) !== null) return null;
  const above = sentencesAbove(context);
  const isWhole = above.some(
    ({ text }) => wholly.test(text) || (/\blooks? like\b/i.test(text) && !partLooks.test(text)),
  );
  if (isWhole) return null;
  const spoken = above.toReversed().map((sentence) => nameInSentence(sentence, context.block));
  const name = spoken.find((one) => one !== null) ?? null;
  if (name === null || !/\.ya?ml$/.test(name)) return null;
  const old = writtenByPage(name, sinceLastFolder(context.planned));
  return old !== null && isPartOfYaml(context.block.text, old) ? name : null;
}

// In another folder it is another file.
function sinceLastFolder(planned: readonly PlannedBlock[]): readonly PlannedBlock[] {
  const isTurn = (block: PlannedBlock) =>
    'commands' in block && block.commands.some(({ source }) => /(?:^|[;&|]\s*)(?:cd|pushd)\b/.test(source));
  return planned.slice(planned.findLastIndex(isTurn) + 1);
}

function verballyChanged(context: BlockContext): string | null {
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
  const [lines, oldLines] = [tellingLines(text), tellingLines(old)];
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

/** The lines of a file that say something, without the blanks around them. */
export function tellingLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
