import type { Duplex } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { DockerClient } from './docker.ts';
import { execAttached } from './exec.ts';
import type { HiddenShell } from './hidden-shell.ts';
import { MachineError, type Terminal, type TerminalSize } from './machine.ts';

const openDeadlineMs = 20_000;
const environment = [
  'TERM=xterm-256color',
  'LANG=C.UTF-8',
  'HOME=/home/reader',
  'USER=reader',
  'LOGNAME=reader',
  'SHELL=/bin/bash',
];

/** Opens the reader's login shell on a TTY of this size. `hidden` ends what runs on that TTY when the terminal is disposed. */
export async function openReaderTerminal(
  client: DockerClient,
  containerId: string,
  hidden: HiddenShell,
  size: TerminalSize,
): Promise<Terminal> {
  const connection = await execAttached(client, containerId, {
    // The size is set before the first prompt: a resize makes programs draw it again.
    command: ['/usr/local/lib/seaworthy/reader-shell', String(size.rows), String(size.columns)],
    // It becomes the reader.
    user: 'root',
    folder: '/home/reader',
    env: environment,
    tty: true,
  });
  connection.on('error', () => undefined);
  const output = outputOf(connection);
  const tty = await takeLine(output).catch((error: unknown) => {
    connection.destroy();
    throw error;
  });
  const device = tty.replace(/^\/dev\//, '');
  return {
    write: (text) => void connection.write(text),
    async folder() {
      const shell = `$(ps -o pid= -t ${device} --sort=start_time | head -n 1 | tr -d ' ')`;
      const asked = await hidden.run(`readlink "/proc/${shell}/cwd"`, { timeoutMs: 5_000 });
      return asked.stdout.startsWith('/') ? asked.stdout.trimEnd() : null;
    },
    onData(listener) {
      output.listen(listener);
      return () => output.unlisten(listener);
    },
    closed: output.closed,
    async [Symbol.asyncDispose]() {
      connection.destroy();
      // Destroying the connection leaves the processes running.
      await hidden.run(`pkill -KILL -t ${device} || :`, { timeoutMs: 5_000 }).catch(() => undefined);
    },
  };
}

interface Output {
  listen(listener: (text: string) => void): void;
  unlisten(listener: (text: string) => void): void;
  /** Gives text to the next listener, before what comes after. */
  putBack(text: string): void;
  closed: Promise<void>;
}

/** The connection's text; what comes while nobody listens waits for the next listener. */
function outputOf(connection: Duplex): Output {
  const decoder = new StringDecoder('utf8');
  const listeners = new Set<(text: string) => void>();
  let waiting = '';
  connection.on('data', (chunk: Buffer) => {
    const text = decoder.write(chunk);
    if (listeners.size === 0) waiting += text;
    for (const listener of listeners) listener(text);
  });
  // An engine that ends its half must not leave the other half open.
  connection.once('end', () => connection.destroy());
  return {
    listen(listener) {
      listeners.add(listener);
      const text = waiting;
      waiting = '';
      if (text !== '') listener(text);
    },
    unlisten: (listener) => void listeners.delete(listener),
    putBack(text) {
      waiting += text;
    },
    closed: new Promise((resolve) => void connection.once('close', () => resolve())),
  };
}

/** The first line that was printed. Throws MachineError when the terminal closes or stays silent instead. */
function takeLine(output: Output): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(noTerminal(text)), openDeadlineMs);
    void output.closed.then(() => {
      clearTimeout(timer);
      reject(noTerminal(text));
    });
    output.listen(function take(piece) {
      text += piece;
      const end = text.indexOf('\n');
      if (end < 0) return;
      clearTimeout(timer);
      output.unlisten(take);
      output.putBack(text.slice(end + 1));
      resolve(text.slice(0, end).trim());
    });
  });
}

function noTerminal(printed: string): MachineError {
  return new MachineError(`The machine gave no terminal. ${printed.trim()}`.trim(), {
    whose: 'machine',
    hint: 'Look whether the computer is out of memory or disk, then run the command again.',
  });
}
