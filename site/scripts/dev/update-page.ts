import { reloadInPlace } from './keep-place.ts';

/** Brings the page to its newest text. */
export function updatePage(): void {
  reloadInPlace();
}
