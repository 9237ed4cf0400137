import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Invocation, readArguments } from './commands/arguments.ts';
import type { CommandContext, ExitCode } from './commands/context.ts';
import { explainError } from './commands/explain-error.ts';
import { Interruption } from './lib/interruption.ts';

/**
 * Runs the command line that the process was started with, and ends the process with its exit code. `home` is Seaworthy's
 * own folder; for the others see `CommandContext`.
 */
export async function main(
  home: string,
  { cacheFolder = null, workerFile = null }: { cacheFolder?: string | null; workerFile?: string | null } = {},
): Promise<void> {
  survivePipes();
  const interruption = new Interruption((code) => process.exit(code));
  interruption.listen(process, () => {
    writeTo(process.stderr, '\nInterrupted: cleaning up. Once more to stop at once.\n');
  });
  process.on('uncaughtException', (error) => interruption.crash(report(error)));
  let code: number;
  try {
    code = await runArguments(makeContext({ home, cacheFolder, workerFile }, interruption.signal));
  } catch (error) {
    code = interruption.signal.aborted ? 130 : report(error);
  }
  end(interruption.exitCode ?? code);
}

async function runArguments(context: CommandContext): Promise<ExitCode> {
  const { version } = JSON.parse(readFileSync(join(context.home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const invocation = readArguments(process.argv.slice(2), version, context);
  return typeof invocation === 'number' ? invocation : await runCommand(invocation, context);
}

// Each command is loaded when it is asked for, so that none pays for the others.
async function runCommand(invocation: Invocation, context: CommandContext): Promise<ExitCode> {
  switch (invocation.command) {
    case 'build':
      return await (await import('./commands/build.ts')).runBuild(invocation.options, context);
    case 'check':
      return await (await import('./commands/check.ts')).runCheck(invocation.options, context);
    case 'dev':
      return await (await import('./commands/dev.ts')).runDev(invocation.options, context);
    case 'verify':
      return await (await import('./commands/verify.ts')).runVerify(invocation.options, context);
    case 'mutate':
      return await (await import('./commands/mutate.ts')).runMutate(invocation.options, context);
    case 'start':
      return await (await import('./commands/start.ts')).runStart(invocation.options, context);
  }
}

function makeContext(
  { home, cacheFolder, workerFile }: Pick<CommandContext, 'home' | 'cacheFolder' | 'workerFile'>,
  signal: AbortSignal,
): CommandContext {
  return {
    cwd: process.cwd(),
    home,
    cacheFolder,
    workerFile,
    env: process.env,
    stdout: (text) => writeTo(process.stdout, text),
    stderr: (text) => writeTo(process.stderr, text),
    isTTY: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
    columns: process.stdout.columns ?? process.stderr.columns ?? 80,
    color: wantsColor(process.stdout.isTTY === true),
    now: () => new Date(),
    signal,
  };
}

// no-color.org and force-color.org: an empty value does not count.
function wantsColor(isTTY: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY && TERM !== 'dumb';
}

function report(error: unknown): number {
  const debug = process.argv.includes('--debug') || Boolean(process.env.SEAWORTHY_DEBUG);
  const { message, exitCode } = explainError(error, { debug });
  writeTo(process.stderr, message);
  return exitCode;
}

const closed = new Set<NodeJS.WriteStream>();

function writeTo(stream: NodeJS.WriteStream, text: string): void {
  if (!closed.has(stream)) stream.write(text);
}

// Whoever reads our output may stop doing so (`| head`); the work goes on and its exit code stays true.
function survivePipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      closed.add(stream);
      if (error.code !== 'EPIPE') process.exitCode = report(error);
    });
  }
}

// Written to the last byte first, as pipes are asynchronous on some systems, and an error in writing has been heard of.
// Then at once, whatever is still open.
function end(code: number): void {
  const exit = () => process.exit(process.exitCode ?? code);
  if (closed.has(process.stdout)) exit();
  process.stdout.write('', () => setImmediate(exit));
}
