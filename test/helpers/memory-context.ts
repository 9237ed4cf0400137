import path from 'node:path';
import type { CommandContext } from '../../src/commands/context.ts';

/** This repository. */
export const home = path.resolve(import.meta.dirname, '../..');

/** A command's world that keeps what it prints; the clock stands at 24 November 2026, noon. */
export function memoryContext(cwd: string): CommandContext & { out(): string; err(): string } {
  let out = '';
  let err = '';
  return {
    cwd,
    home,
    cacheFolder: null,
    workerFile: null,
    env: {},
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    isTTY: false,
    columns: 80,
    color: false,
    now: () => new Date('2026-11-24T12:00:00Z'),
    signal: new AbortController().signal,
    out: () => out,
    err: () => err,
  };
}
