import type { Recording } from '../../model/proof.ts';
import type { CommandContext } from '../context.ts';
import { recordingsOf, reportSince } from '../fresh-recordings.ts';
import { runVerify } from '../verify.ts';
import { verifyDefaults } from './verify-arguments.ts';

/** What came of verifying one post, as `verify PATH` does. */
export type VerifiedOne =
  | { kind: 'verified'; recordings: Map<string, Recording>; text: string }
  /** Nothing could be run at all: there is no engine, or no machine. */
  | { kind: 'impossible'; reason: string }
  | { kind: 'interrupted' };

/**
 * Verifies a post (its path) on an engine (its name; null: the default one). The progress is on stderr; `text` is what
 * `verify` prints at its end.
 */
export async function verifyOne(
  post: string,
  engine: string | null,
  context: CommandContext,
): Promise<VerifiedOne> {
  let text = '';
  const keep = (piece: string): void => {
    text += piece;
  };
  const since = context.now().toISOString();
  const options = { ...verifyDefaults, paths: [post], engine, allowBlocked: true };
  const code = await runVerify(options, { ...context, stdout: keep });
  if (code === 130 || context.signal.aborted) return { kind: 'interrupted' };
  const report = await reportSince(since, context);
  const cause = report?.engine === null ? firstCause(report.posts) : null;
  if (report === null || cause !== null) return { kind: 'impossible', reason: cause ?? text };
  return { kind: 'verified', recordings: recordingsOf(report), text };
}

function firstCause(
  posts: { blocks: { cause: { message: string; hint: string | null } | null }[] }[],
): string | null {
  const cause = posts.flatMap(({ blocks }) => blocks).find((block) => block.cause !== null)?.cause;
  return cause ? [cause.message, cause.hint ?? ''].join('\n  ').trim() : null;
}
