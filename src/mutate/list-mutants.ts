import type { Plan } from '../model/plan.ts';
import { type Mutant, mutate } from './mutant.ts';
import { type OperatorName, operators } from './operators.ts';
import { type PlannedPost, plannedPost } from './planned-post.ts';

/** All ways to break a post one small way at a time, in the order of the page; no two give the same text. */
export function listMutants(source: string, plan: Plan): Mutant[] {
  const post = plannedPost(source, plan);
  const texts = new Set([source]);
  return Object.entries(operators)
    .flatMap(([operator, changesOf]) =>
      changesOf(post).map(
        (change): Mutant => ({
          ...change,
          ...whereIs(post, change.start, change.end),
          operator: operator as OperatorName,
        }),
      ),
    )
    .filter((mutant) => {
      const text = mutate(source, mutant);
      return texts.size < texts.add(text).size;
    })
    .sort((one, other) => one.start - other.start);
}

function whereIs(
  post: PlannedPost,
  start: number,
  end: number,
): Pick<Mutant, 'line' | 'column' | 'before' | 'heading'> {
  const line = post.lineStarts.slice(0, -1).findLastIndex((from) => from <= start) + 1;
  return {
    line,
    column: start - post.lineStarts[line - 1]! + 1,
    before: post.source.slice(start, end),
    heading: headingBefore(post, line),
  };
}

// Of blocks and not of the raw text, where a line `# …` may be a comment in a shell.
function headingBefore({ plan }: PlannedPost, line: number): string {
  const block = plan.blocks.findLast(({ place }) => place.line <= line) ?? plan.blocks[0];
  return block?.section.at(-1) ?? '';
}
