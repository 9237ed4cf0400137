import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import type { Report } from '../../model/report.ts';
import { formatHtml } from '../../report/html/page.ts';
import { formatJobSummary } from '../../report/job-summary.ts';
import { formatJson } from '../../report/json.ts';
import { formatJunit } from '../../report/junit.ts';
import { maskReport } from '../../report/mask-report.ts';
import { formatSarif } from '../../report/sarif/log.ts';
import type { CommandContext } from '../context.ts';
import { problemWithTarget, sweepUnfinished, writeWhole } from '../write-whole.ts';
import { githubLink } from './github-link.ts';
import type { VerifyArguments } from './verify-arguments.ts';

const formats = ['json', 'junit', 'sarif', 'html'] as const;

type Files = Pick<VerifyArguments, (typeof formats)[number]>;

/** Why one of the files that are asked for can't be written, known before anything has run; null when all can. */
export function problemWithFiles(files: Files, { cwd }: CommandContext): string | null {
  const options = new Map<string, string>();
  for (const format of formats) {
    const file = files[format];
    if (file === null) continue;
    const target = path.resolve(cwd, file);
    const problem = problemWithTarget(target);
    if (problem !== null) return `--${format} ${file}: ${problem}`;
    const other = options.get(target);
    if (other !== undefined) return `--${format} ${file}: ${other} goes there already`;
    options.set(target, `--${format}`);
  }
  return null;
}

/**
 * Writes a report in each format that is asked for, to `.seaworthy/report.json` when something was run, and to the
 * job's summary on GitHub. What may be passed on is masked; the JSON stays with the author and is not.
 */
export async function writeReports(
  report: Report,
  options: Files & { dryRun: boolean },
  context: CommandContext,
): Promise<void> {
  const shared = maskReport(report, [hostname(), homedir()]);
  const write = {
    json: async () => formatJson(report),
    junit: async () => formatJunit(shared),
    sarif: async () => formatSarif(shared),
    html: async () => formatHtml(shared, await readFile(path.join(context.home, 'site/report.css'), 'utf8')),
  } satisfies Record<(typeof formats)[number], () => Promise<string>>;
  if (!options.dryRun) await writeLast(formatJson(report), context);
  for (const format of formats) {
    const file = options[format];
    if (file === null) continue;
    const target = path.resolve(context.cwd, file);
    await sweepUnfinished(target);
    await writeWhole(target, await write[format]());
  }
  await writeSummary(shared, context);
}

async function writeLast(text: string, { cwd }: CommandContext): Promise<void> {
  const folder = path.join(cwd, '.seaworthy');
  await mkdir(folder, { recursive: true });
  await writeWhole(path.join(folder, 'report.json'), text);
}

async function writeSummary(report: Report, { env, stderr }: CommandContext): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return;
  try {
    await appendFile(file, formatJobSummary(report, { linkTo: githubLink(env) }));
  } catch (error) {
    // The summary is an extra: what was found stands in the log all the same.
    stderr(`the job's summary can't be written: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
