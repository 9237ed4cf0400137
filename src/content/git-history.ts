import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** When the Markdown files of a repository were last changed, as git knows it. */
export interface GitHistory {
  /**
   * Time of the last commit that changed a file (ISO 8601), by absolute path. Null where a shallow clone ends before it:
   * git then names the oldest commit that is there, which is wrong. Files that were never committed are missing.
   */
  changes: ReadonlyMap<string, string | null>;
}

/** Where the result of a text is kept, so that it need not be worked out again. */
interface Memory {
  get(text: string): Promise<unknown>;
  put(text: string, value: unknown): Promise<void>;
}

const run = promisify(execFile);
const deadlineMs = 20_000;
const mostBytes = 256 * 1024 * 1024;

/**
 * The history of the repository in which a folder lies, by one call of `git log`, kept until another commit is checked
 * out; null where there is none, or no git.
 */
export async function gitHistory(folder: string, memory: Memory): Promise<GitHistory | null> {
  const facts = await git(folder, ['rev-parse', 'HEAD', '--show-toplevel', '--git-path', 'shallow']);
  const [head, top, shallow] = facts?.split('\n') ?? [];
  if (!head || !top || !shallow) return null;
  const ends = await readFile(path.resolve(folder, shallow), 'utf8').catch(() => '');
  const key = `git history\0${top}\0${head}\0${ends}`;
  const kept = (await memory.get(key)) as GitHistory | null;
  if (kept !== null) return kept;
  const log = await git(top, [
    ...['log', '-z', '--format=%x01%H %cI', '--name-only', '--no-renames', '--no-show-signature'],
    ...['--', '*.md', '*.markdown'],
  ]);
  if (log === null) return null;
  const history = { changes: changesIn(log, top, new Set(ends.split('\n'))) };
  await memory.put(key, history);
  return history;
}

// The newest commit comes first, so the first one that names a file is the one.
function changesIn(log: string, top: string, ends: ReadonlySet<string>): Map<string, string | null> {
  const changes = new Map<string, string | null>();
  let time: string | null = null;
  for (const token of log.split('\0')) {
    const text = token.trim();
    if (text.startsWith('\u0001')) {
      const [commit = '', date = ''] = text.slice(1).split(' ');
      time = ends.has(commit) ? null : date;
    } else if (text !== '') {
      const file = path.join(top, text);
      if (!changes.has(file)) changes.set(file, time);
    }
  }
  return changes;
}

// Nothing that a hook or another program has set may lead to another repository.
async function git(folder: string, args: string[]): Promise<string | null> {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
  try {
    const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
      timeout: deadlineMs,
      maxBuffer: mostBytes,
    });
    return stdout;
  } catch {
    return null;
  }
}
