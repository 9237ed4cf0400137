import { readFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import type { Recording } from '../model/proof.ts';
import type { Report } from '../model/report.ts';
import { makeRecording } from '../report/proof/recording.ts';
import type { CommandContext } from './context.ts';

/** The report of a run that began at `since` (ISO 8601) or later; null when it has left none. */
export async function reportSince(since: string, { cwd }: CommandContext): Promise<Report | null> {
  const text = await readFile(join(cwd, '.seaworthy/report.json'), 'utf8').catch(() => null);
  const report = text === null ? null : (JSON.parse(text) as Report);
  return report && report.startedAt >= since ? report : null;
}

/** What a run has shown of each post, by post path; a post of which nothing could run has none. */
export function recordingsOf({ engine, posts, startedAt }: Report): Map<string, Recording> {
  if (engine === null) return new Map();
  const ran = posts.filter((post) =>
    post.blocks.some((block) => block.commands.some((one) => one.ran !== null)),
  );
  const hide = [hostname(), homedir()];
  return new Map(ran.map((post) => [post.path, makeRecording(post, engine, startedAt, hide)]));
}
