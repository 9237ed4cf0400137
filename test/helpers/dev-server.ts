import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExitCode } from '../../src/commands/context.ts';
import { runDev } from '../../src/commands/dev.ts';
import type { verifyOne } from '../../src/commands/verify/verify-one.ts';
import type { DevNews } from '../../src/lib/dev-news.ts';
import { home, memoryContext } from './memory-context.ts';

/** `seaworthy dev` on a copy of a fixture in a temporary folder; disposing ends it and removes the folder. */
export interface RunningDev extends AsyncDisposable {
  /** The posts lie in `posts/` in it, Seaworthy's styles and scripts in `home/site/`. */
  folder: string;
  /** Address of the home page. */
  url: string;
  /** What the terminal shows. */
  out(): string;
  err(): string;
  /** Interrupts it and gives its exit code. */
  stop(): Promise<ExitCode>;
}

/** Starts `dev` on posts, with `--verify` where it is told how to, and waits until it says where the site is. */
export async function startDev({
  verify = null,
  paths = ['posts'],
}: {
  verify?: typeof verifyOne | null;
  paths?: string[];
} = {}): Promise<RunningDev> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-dev-'));
  cpSync(path.join(home, 'test/fixtures/site-whole'), path.join(folder, 'posts'), { recursive: true });
  const interruption = new AbortController();
  // Its own styles and scripts, so that they can be changed.
  for (const part of ['site', 'src/lib']) {
    cpSync(path.join(home, part), path.join(folder, 'home', part), { recursive: true });
  }
  const own = { cacheFolder: path.join(folder, 'cache'), home: path.join(folder, 'home') };
  const context = { ...memoryContext(folder), ...own, signal: interruption.signal };
  const options = { paths, port: 0, drafts: true, verify: verify !== null, engine: null };
  const ended = runDev(options, context, { verify: verify ?? unwanted });
  const stop = (): Promise<ExitCode> => {
    interruption.abort();
    return ended;
  };
  const end = async (): Promise<void> => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await Promise.race([
      until(() => /http:\/\/\S+/.exec(context.out())?.[0], 'the address'),
      ended.then((code) => Promise.reject(new Error(`dev ended with ${code}:\n${context.err()}`))),
    ]);
    return { folder, url, out: context.out, err: context.err, stop, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

function unwanted(): never {
  throw new Error('dev without --verify must not verify');
}

/** Waits until `find` gives something; fails after 20 s, saying `what` did not come. */
export async function until<T>(
  find: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  what: string,
): Promise<T> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come`);
}

/** Gets a page over a connection of its own: a server may close one that is kept in the very moment it is used again. */
export function fetchOnce(url: string): Promise<Response> {
  return fetch(url, { headers: { connection: 'close' } });
}

/** What a browser that shows the page at `url` is told, one after the other. */
export async function* newsOf(url: string, signal: AbortSignal): AsyncGenerator<DevNews, undefined> {
  const { origin, pathname } = new URL(url);
  const response = await fetch(`${origin}/_seaworthy/events?page=${encodeURIComponent(pathname)}`, {
    signal,
  });
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      if (message.startsWith('data: ')) yield JSON.parse(message.slice('data: '.length)) as DevNews;
    }
  }
}
