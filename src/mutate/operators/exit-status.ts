import type { Change } from '../change.ts';
import { offsetAt, type PlannedPost } from '../planned-post.ts';

const opposites: Readonly<Record<string, string>> = {
  fail: 'work',
  fails: 'works',
  error: 'result',
};

/** The expected exit status changed: in the comment above a block, or where the prose says that a step fails. */
export function exitStatus(post: PlannedPost): Change[] {
  return post.plan.blocks.flatMap((block, index) => {
    const isFailing =
      'commands' in block && block.commands.some(({ trait }) => trait.kind === 'meant-to-fail');
    if (!isFailing) return [];
    const from = index === 0 ? 0 : endOf(post, post.plan.blocks[index - 1]!.place);
    const next = post.plan.blocks[index + 1];
    const to = next === undefined ? post.source.length : offsetAt(post, next.place.line);
    const begins = offsetAt(post, block.place.line);
    return [...inText(post, from, begins, block.id), ...inText(post, endOf(post, block.place), to, block.id)];
  });
}

function endOf(post: PlannedPost, place: { endLine: number }): number {
  return offsetAt(post, place.endLine + 1);
}

function inText({ source }: PlannedPost, from: number, to: number, block: string): Change[] {
  const text = source.slice(from, to);
  return [...text.matchAll(/(?<=<!--\s*verify:[^>]*\bexit=)\d+|\b(?:fails?|error)\b/g)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
    after: opposites[match[0]] ?? String((Number(match[0]) + 1) % 256),
    about: [block],
  }));
}
