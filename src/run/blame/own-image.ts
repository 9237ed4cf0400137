import { nearest } from '../../lib/nearest.ts';
import { officialImages } from '../../lib/official-images.ts';
import { readEngineState } from '../engine-state.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';
import { isRefused, refusedImage } from './refused-image.ts';

/**
 * An image that could not be had, and is a slip for one that the page has built. Only Docker can give images names of a
 * single word, and its own are known, so that none of its registry's can be meant.
 */
export async function ownImageBlame(failure: Failure): Promise<Blame | null> {
  if (!isRefused(failure.output)) return null;
  const image = refusedImage(failure);
  if (image === null || !isOwnName(nameOf(image))) return null;
  const { images } = await readEngineState(failure.machine);
  const own = images.flatMap(({ names }) => names).filter((name) => isOwnName(nameOf(name)));
  const meant = own.find((name) => nameOf(name) === nameOf(image)) ?? nearest(nameOf(image), own.map(nameOf));
  if (meant === undefined || meant === null) return null;
  return pageIsWrong(
    `there is no image “${image}” at this point of the page`,
    `did you mean “${meant.replace(/:latest$/, '')}”?`,
  );
}

function nameOf(image: string): string {
  return image.replace(/:[^:/]*$/, '');
}

function isOwnName(name: string): boolean {
  return /^[a-z0-9_-]+$/.test(name) && !officialImages.includes(name);
}
