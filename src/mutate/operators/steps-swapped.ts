import type { PlannedBlock } from '../../model/plan.ts';
import type { Change } from '../change.ts';
import { isTyped, linesBetween, offsetAt, type Page } from '../page.ts';

/** Two neighbouring steps in the wrong order: commands of one block, or the contents of two blocks. */
export function stepsSwapped(page: Page): Change[] {
  return [...commandsSwapped(page), ...blocksSwapped(page)];
}

function commandsSwapped(page: Page): Change[] {
  return page.commands.flatMap((one, index) => {
    const other = page.commands[index + 1];
    if (other === undefined || other.block !== one.block) return [];
    const range = (place: typeof one.command.place) => ({
      start: offsetAt(page, place.line, place.column),
      end: offsetAt(page, place.endLine, place.endColumn),
    });
    return swap(page, range(one.command.place), range(other.command.place), [one.block.id]);
  });
}

function blocksSwapped(page: Page): Change[] {
  const blocks = page.plan.blocks.filter((block) => isTyped(block) || block.kind === 'file');
  return blocks.slice(0, -1).flatMap((one, index) => {
    const other = blocks[index + 1]!;
    return swap(page, contentOf(page, one), contentOf(page, other), [one.id, other.id]);
  });
}

// Without the fences: a block keeps its tag, and its attributes.
function contentOf(page: Page, { place }: PlannedBlock): { start: number; end: number } {
  return linesBetween(page, place.line + 1, place.endLine - 1);
}

function swap(
  { source }: Page,
  one: { start: number; end: number },
  other: { start: number; end: number },
  about: string[],
): Change[] {
  const [first, second] = [source.slice(one.start, one.end), source.slice(other.start, other.end)];
  if (first === second || one.end > other.start) return [];
  const after = second + source.slice(one.end, other.start) + first;
  return [{ start: one.start, end: other.end, after, about }];
}
