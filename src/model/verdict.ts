/**
 * What is known about a block or command.
 * `failed`: the page is wrong. `blocked`: something outside the page is missing, so nothing is known.
 * `skipped`: the author (or the block's system) says so. `not-run`: an earlier failure made it pointless.
 */
export type Verdict = 'passed' | 'failed' | 'blocked' | 'skipped' | 'not-run';

// The worst first: one bad command decides its block, one bad block its post.
const byWeight: readonly Verdict[] = ['failed', 'blocked', 'not-run', 'skipped', 'passed'];

/** The verdict of a whole from those of its parts: the worst one; null when there is none to count. */
export function worstVerdict(verdicts: readonly (Verdict | null)[]): Verdict | null {
  const counted = verdicts.filter((verdict) => verdict !== null);
  return byWeight.find((verdict) => counted.includes(verdict)) ?? null;
}
