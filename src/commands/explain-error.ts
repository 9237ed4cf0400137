import { visible } from '../lib/visible.ts';

/** What a person is told of an error, and how the command ends. */
export interface Explanation {
  /** For stderr, with a line feed at the end. */
  message: string;
  exitCode: 2 | 3 | 70;
}

/**
 * What to say about an error that reached the edge, and what to exit with: 2 when the operating system refused a
 * file, 3 when no machine could be had, 70 (EX_SOFTWARE of sysexits.h) for a bug, which must not look like a wrong post.
 */
export function explainError(error: unknown, options: { debug: boolean }): Explanation {
  const stack = options.debug && error instanceof Error ? `${visible(error.stack ?? '')}\n` : '';
  if (!(error instanceof Error)) return { message: bug(String(error)), exitCode: 70 };
  if (error.name === 'MachineError') return { message: outside(error) + stack, exitCode: 3 };
  if (isSystemError(error)) return { message: `seaworthy: ${refusal(error)}\n${stack}`, exitCode: 2 };
  const advice = options.debug ? stack : 'Run it again with --debug to see where it comes from.\n';
  return { message: bug(`${error.name}: ${error.message}`) + advice, exitCode: 70 };
}

function bug(what: string): string {
  return `seaworthy: an internal error, not a mistake in your posts: ${visible(what)}\n`;
}

function outside(error: Error): string {
  const hint = 'hint' in error && typeof error.hint === 'string' ? `  ${visible(error.hint)}\n` : '';
  return `seaworthy: ${visible(error.message)}\n${hint}`;
}

function isSystemError(error: Error): error is NodeJS.ErrnoException {
  return (
    'syscall' in error && 'code' in error && typeof error.code === 'string' && /^E[A-Z\d]+$/.test(error.code)
  );
}

const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EACCES: 'Not allowed',
  EPERM: 'Not allowed',
  EROFS: 'The file system is read-only',
  ENOENT: 'There is no such file or folder',
  EMFILE: 'Too many files are open',
};

function refusal(error: NodeJS.ErrnoException): string {
  const known = refusals[error.code ?? ''];
  const what = known === undefined ? error.message : `${known} (${error.code}, ${error.syscall})`;
  return visible(error.path === undefined || error.message === what ? what : `${what}: ${error.path}`);
}
