import { spawn } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import type { Terminal } from '../../src/machine/machine.ts';

const prompt = "PS1='\\u@here:\\w\\$ '";

/** A TTY on this computer by util-linux' `script`, for tests that type harmless commands into a real shell. */
export function localTerminal(
  options: { env?: Record<string, string | undefined>; cwd?: string } = {},
): Terminal {
  const shell = `stty cols 120 rows 40; exec bash --noediting --rcfile <(echo "${prompt.replaceAll('$', '\\$')}") -i`;
  // Killed, the shell would still write its history, perhaps into a folder that is being removed.
  const own = { PATH: process.env.PATH, HOME: '/tmp', HISTFILE: '', LANG: 'C.UTF-8', TERM: 'xterm-256color' };
  const child = spawn('script', ['-qfc', `bash -c '${shell.replaceAll("'", `'\\''`)}'`, '/dev/null'], {
    env: { ...own, ...options.env },
    cwd: options.cwd ?? '/tmp',
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  child.stdout.setEncoding('utf8');
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    closed,
    write: (text) => void child.stdin.write(text),
    onData(listener) {
      child.stdout.on('data', listener);
      return () => child.stdout.off('data', listener);
    },
    folder: () => folderOfShell(child.pid),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await closed;
    },
  };
}

/** Where the interactive shell below a process stands; null when there is none. */
async function folderOfShell(pid: number | string | undefined): Promise<string | null> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (command.startsWith('bash\0--noediting')) return await readlink(`/proc/${pid}/cwd`);
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children === '' ? null : await folderOfShell(children.trim().split(' ')[0]);
  } catch {
    return null;
  }
}
