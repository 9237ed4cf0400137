import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { demultiplex } from './demultiplex.ts';
import type { DockerClient } from './docker.ts';
import { execAttached, execDetached } from './exec.ts';
import type { HiddenResult } from './machine.ts';
import { type MarkedOutput, markedOutput } from './marked-output.ts';

/** A root shell in a container, out of the reader's sight, that stays open from script to script. */
export interface HiddenShell {
  run(script: string, options?: RunOptions): Promise<HiddenResult>;
  close(): void;
}

/** How long a script may take, in milliseconds, and what it reads from its standard input. */
export interface RunOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
  input?: string;
}

const outputLimit = 8 * 1024 * 1024;
const defaultTimeoutMs = 60_000;
const environment = ['HOME=/root', 'LANG=C.UTF-8'];

interface Session {
  connection: Duplex;
  /** The call that is under way. */
  listener: ((stream: 'stdout' | 'stderr', data: Buffer) => void) | null;
}

/** Opens the shell at the first script, and again after one that had to be killed. Scripts run one after the other. */
export function hiddenShell(client: DockerClient, containerId: string): HiddenShell {
  let session: Session | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function runNext(script: string, options: RunOptions): Promise<HiddenResult> {
    options.signal?.throwIfAborted();
    session ??= await openSession(client, containerId);
    const outcome = await runScript(session, script, options);
    if (outcome.ended !== 'done') {
      session.connection.destroy();
      session = null;
      if (outcome.shellId !== null) await killSession(client, containerId, outcome.shellId);
    }
    if (outcome.ended === 'aborted') options.signal?.throwIfAborted();
    return outcome.result;
  }

  return {
    run(script, options = {}) {
      const result = last.then(() => runNext(script, options));
      last = result.catch(() => undefined);
      return result;
    },
    close() {
      session?.connection.destroy();
      session = null;
    },
  };
}

async function openSession(client: DockerClient, containerId: string): Promise<Session> {
  const connection = await execAttached(client, containerId, {
    command: ['/bin/sh'],
    user: 'root',
    folder: '/root',
    env: environment,
    tty: false,
  });
  const session: Session = { connection, listener: null };
  demultiplex(connection, (stream, data) => session.listener?.(stream, data));
  // Whoever waits sees "close"; an error event without a listener would end the process.
  connection.on('error', () => undefined);
  return session;
}

interface Outcome {
  ended: 'done' | 'timeout' | 'aborted' | 'closed';
  /** The shell's own process id in the machine, which is its session's id; null when it never answered. */
  shellId: string | null;
  result: HiddenResult;
}

function runScript(session: Session, script: string, options: RunOptions): Promise<Outcome> {
  const mark = randomBytes(16).toString('hex');
  const output = { stdout: markedOutput(mark, outputLimit), stderr: markedOutput(mark, outputLimit) };
  return new Promise((resolve) => {
    const end = (ended: Outcome['ended']) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      session.connection.off('close', onClose);
      session.listener = null;
      resolve({ ended, shellId: output.stdout.begin, result: resultOf(ended, output) });
    };
    const onAbort = () => end('aborted');
    const onClose = () => end('closed');
    const timer = setTimeout(() => end('timeout'), options.timeoutMs ?? defaultTimeoutMs);
    options.signal?.addEventListener('abort', onAbort);
    session.connection.once('close', onClose);
    session.listener = (stream, data) => {
      output[stream].feed(data);
      if (output.stdout.end !== null && output.stderr.end !== null) end('done');
    };
    if (session.connection.destroyed) onClose();
    else session.connection.write(wrapScript(mark, script, options.input));
  });
}

// In a subshell, so that neither `exit` nor `cd` nor a syntax error reaches the shell that stays; `$$` is that shell's id.
function wrapScript(mark: string, script: string, input: string | undefined): string {
  const feeding = input === undefined ? '' : `printf %s ${quote(input)} | `;
  const source = input === undefined ? ' </dev/null' : '';
  return (
    `printf '<${mark}%d;' $$; printf '<${mark};' >&2; ` +
    `${feeding}( eval ${quote(script)} )${source}; ` +
    `printf '>${mark}%d;' $?; printf '>${mark};' >&2\n`
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''").replaceAll('\0', '')}'`;
}

function resultOf(ended: Outcome['ended'], output: Record<'stdout' | 'stderr', MarkedOutput>): HiddenResult {
  const exitStatus = ended === 'done' ? Number(output.stdout.end) : ended === 'timeout' ? 124 : 137;
  return { exitStatus, stdout: output.stdout.text(), stderr: output.stderr.text() };
}

// Closing the connection leaves its processes running.
async function killSession(client: DockerClient, containerId: string, shellId: string): Promise<void> {
  const command = ['pkill', '-KILL', '-s', shellId];
  await execDetached(client, containerId, { command, user: 'root', folder: '/', env: [], tty: false }).catch(
    () => undefined,
  );
}
