import type { Change } from '../change.ts';
import { isTyped, linesBetween, type Page } from '../page.ts';

/** Each block with commands, and each file, left out; the prose around it stays. */
export function blockRemoved(page: Page): Change[] {
  return page.plan.blocks
    .filter((block) => isTyped(block) || block.kind === 'file')
    .map(({ id, place }) => ({ ...linesBetween(page, place.line, place.endLine), after: '', about: [id] }));
}
