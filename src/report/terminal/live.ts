import { visibleLine } from '../../lib/visible.ts';
import { truncate } from '../../lib/wrap-text.ts';

/** What a replay is at. */
export interface ReplayProgress {
  /** Path of the post. */
  post: string;
  /** Which post of how many, from 1. */
  index: number;
  total: number;
  /** What is being typed, or what is being waited for; null between commands. */
  command: string | null;
  elapsedMs: number;
}

/** The live line of a run, shorter than `columns` so that it can be redrawn: post, command, elapsed. */
export function formatProgress(progress: ReplayProgress, columns: number): string {
  const room = Math.max(0, columns - 1);
  const count = progress.total > 1 ? `[${progress.index}/${progress.total}] ` : '';
  const elapsed = ` ${clock(progress.elapsedMs)}`;
  const inner = room - elapsed.length;
  const post = truncateStart(visibleLine(progress.post), Math.max(12, Math.floor(inner / 3)));
  const command = progress.command === null ? '' : `  ${visibleLine(progress.command)}`;
  return truncate(truncate(`${count}${post}${command}`, inner).padEnd(inner) + elapsed, room);
}

// The end of a path says more than its beginning.
function truncateStart(text: string, columns: number): string {
  return text.length <= columns ? text : `…${text.slice(text.length - columns + 1)}`;
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
