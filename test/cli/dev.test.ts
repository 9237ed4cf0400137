import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../helpers/dev-server.ts';
import { home } from '../helpers/memory-context.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-cli-dev-'));
  cpSync(path.join(home, 'test/fixtures/site-whole'), path.join(folder, 'posts'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function filesIn(where: string): string[] {
  return readdirSync(where, { recursive: true }).map(String).sort();
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends dev with 130 and leaves nothing behind',
  async (signal) => {
    const before = filesIn(folder);
    const launcher = path.join(home, 'scripts/seaworthy.mjs');
    const dev = spawn(process.execPath, [launcher, 'dev', '--port', '0'], { cwd: folder });
    const exit = new Promise<number | null>((resolve) => dev.on('exit', resolve));
    let said = '';
    for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (data) => (said += String(data)));
    const address = await until(() => /http:\S+/.exec(said)?.[0], 'the address');
    // A browser that is still listening does not hold it up.
    const events = await fetch(new URL('/_seaworthy/events?page=/', address));
    expect(events.status).toBe(200);
    dev.kill(signal);
    expect(await exit).toBe(130);
    await expect(fetch(address)).rejects.toThrow();
    await events.body?.cancel().catch(() => {});
    expect(filesIn(folder)).toEqual(before);
  },
  60_000,
);
