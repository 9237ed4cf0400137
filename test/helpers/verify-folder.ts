import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyDefaults } from '../../src/commands/verify/verify-arguments.ts';
import { runVerify } from '../../src/commands/verify.ts';
import type { CommandReport, PostReport, Report } from '../../src/model/report.ts';
import { home } from './engine.ts';
import { memoryContext } from './memory-context.ts';

/** Verifies all posts of a folder of `test/fixtures` against the real engine, in a copy that is removed again. */
export async function verifyFolder(name: string): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), `seaworthy-${name}-`));
  try {
    cpSync(path.join(home, 'test/fixtures', name), folder, { recursive: true });
    const options = { ...verifyDefaults, paths: ['.'], json: 'out.json' };
    await runVerify(options, { ...memoryContext(folder), env: process.env });
    return JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The report of the post in `NAME.md`. */
export function postNamed(name: string, report: Report): PostReport {
  const found = report.posts.find((post) => path.basename(post.path) === `${name}.md`);
  if (found === undefined) throw new Error(`no report of ${name}`);
  return found;
}

/** All commands of a post, in the order of the page. */
export function commandsOf(post: PostReport): CommandReport[] {
  return post.blocks.flatMap((block) => block.commands);
}
