import { describe, expect, test } from 'vitest';
import { explainError } from '../../src/commands/explain-error.ts';
import { MachineError } from '../../src/machine/machine.ts';

const quiet = { debug: false };

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: something, write`), {
    code,
    syscall: 'write',
    ...(path && { path }),
  });
}

describe('an error at the edge', () => {
  test('is one line and exit 2 when the operating system refused a file', () => {
    expect(explainError(systemError('ENOSPC'), quiet)).toEqual({
      message: 'seaworthy: The disk is full (ENOSPC, write)\n',
      exitCode: 2,
    });
    expect(explainError(systemError('EACCES', 'dist/a'), quiet).message).toContain(
      'Not allowed (EACCES, write): dist/a',
    );
    expect(explainError(systemError('EIO'), quiet).message).toBe('seaworthy: EIO: something, write\n');
  });

  test('is exit 3 with what to do when no machine can be had', () => {
    const error = new MachineError('no engine answers', { whose: 'engine', hint: 'Run npm run setup.' });
    expect(explainError(error, quiet)).toEqual({
      message: 'seaworthy: no engine answers\n  Run npm run setup.\n',
      exitCode: 3,
    });
  });

  test('is a bug of ours and exit 70 otherwise, with its stack only where that is wanted', () => {
    const bug = explainError(new TypeError('x is not a function'), quiet);
    expect(bug.exitCode).toBe(70);
    expect(bug.message).toContain('not a mistake in your posts: TypeError: x is not a function\n');
    expect(bug.message).not.toContain('    at ');
    expect(explainError(new TypeError('x'), { debug: true }).message).toContain('    at ');
  });

  test('may be anything that can be thrown', () => {
    for (const thrown of [undefined, null, 'text', 7]) expect(explainError(thrown, quiet).exitCode).toBe(70);
  });

  test('does not let control characters through', () => {
    expect(explainError(new Error('\u001b[2J'), quiet).message).not.toContain('\u001b');
  });
});
