import { checkPosts } from '../build/check-posts.ts';
import { countOf } from '../lib/count-of.ts';
import { formatFindings } from '../report/message.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { expiredSkips } from './expired-skips.ts';

/** Prints every finding that needs no Docker. 0: none is an error; 1: some are; 2: there is nothing to check. */
export async function runCheck(options: { paths: string[] }, context: CommandContext): Promise<ExitCode> {
  const paths = options.paths.length > 0 ? options.paths : ['posts'];
  const site = await checkPosts(paths, {
    cwd: context.cwd,
    drafts: 'check',
    cacheFolder: context.cacheFolder,
  });
  const { posts, isUsageError } = site;
  const today = context.now().toISOString().slice(0, 10);
  const expired = expiredSkips(
    posts.map(({ plan }) => plan),
    today,
  );
  const findings = [...site.findings, ...expired];
  context.stderr(formatFindings(findings, { color: context.color }));
  if (isUsageError) return 2;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  context.stdout(
    `${countOf(posts.length, 'post')} checked, ${errors === 0 ? 'no' : errors} ${errors === 1 ? 'error' : 'errors'}.\n`,
  );
  return errors > 0 ? 1 : 0;
}
