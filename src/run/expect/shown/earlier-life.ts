import { type Circumstances, isSaid } from '../../../values/circumstances.ts';
import { generatedName } from '../../../values/generated-names.ts';
import { plainImage } from './progress/fact.ts';
import type { Row } from './read-table.ts';

const onlyGenerated = new RegExp(`^${generatedName}$`);

/** Whether a row is of a container that somebody named. */
export function hasOwnName({ cells }: Row): boolean {
  const name = cells.get('NAMES') ?? cells.get('NAME');
  return name !== undefined && name !== '' && !onlyGenerated.test(name);
}

/**
 * Whether a shown row that is not there is left from the earlier life of the author's computer: of an image that the
 * page never speaks of, in a container that nobody named. Only where other rows are there, and nothing is there that
 * it might have been meant to be: a page that shows the wrong image is wrong.
 */
export function isOfEarlierLife(
  row: Row,
  { matched, left }: { matched: number; left: number },
  circumstances: Circumstances,
): boolean {
  if (matched === 0 || left > 0 || circumstances.ran === '') return false;
  const image = row.cells.get('REPOSITORY') ?? row.cells.get('IMAGE');
  if (image === undefined || image === '') return false;
  const name = row.cells.get('NAMES');
  if (name !== undefined && !onlyGenerated.test(name)) return false;
  return !speaksOf(image, circumstances);
}

function speaksOf(image: string, circumstances: Circumstances): boolean {
  const text = { ...circumstances, said: `${circumstances.said}\n${circumstances.ran}` };
  const plain = plainImage(image).replace(/:[^/]*$/, '');
  return isSaid(image, text) || isSaid(plain, text);
}
