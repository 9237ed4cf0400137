import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DockerClient } from '../../src/machine/docker.ts';
import { findEngine } from '../../src/machine/find-engine.ts';
import { onlyRole } from '../../src/machine/labels.ts';
import { machineImage } from '../../src/machine/recipe-tag.ts';
import { removeContainer } from '../../src/machine/sweep.ts';
import { describeWithEngine, home } from '../helpers/engine.ts';

const minute = 60_000;
const launcher = path.join(home, 'scripts/seaworthy.mjs');
const oldProof = '{"old": true}\n';

describeWithEngine('a run that is killed', () => {
  let client: DockerClient;
  let folder: string;
  let foreign: string;

  beforeAll(async () => {
    ({ client } = await findEngine(process.env, AbortSignal.timeout(minute)));
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-kill-'));
    cpSync(path.join(home, 'test/fixtures/verify-harbour'), path.join(folder, 'post'), { recursive: true });
    writeFileSync(path.join(folder, 'post/proof.json'), oldProof);
    writeFileSync(path.join(folder, 'short.md'), '---\ntitle: Short\n---\n\n```bash\necho ashore\n```\n');
    const body = {
      Image: await machineImage(home),
      Entrypoint: ['sleep', 'infinity'],
      Labels: { mine: '1' },
    };
    foreign = (await client.call<{ Id: string }>('POST', '/containers/create', { body })).Id;
    await client.call('POST', `/containers/${foreign}/start`);
  }, minute);

  afterAll(async () => {
    await removeContainer(client, foreign);
    rmSync(folder, { recursive: true, force: true });
  }, minute);

  function start(...args: string[]): ChildProcess {
    return spawn(process.execPath, [launcher, 'verify', ...args], { cwd: folder, stdio: 'ignore' });
  }

  /** The machines of one process, by its id in their owner label. */
  async function machinesOf(child: ChildProcess): Promise<string[]> {
    const list = await client.call<{ Id: string; Labels: Record<string, string> }[]>(
      'GET',
      `/containers/json?all=true&filters=${onlyRole('machine')}`,
    );
    return list
      .filter(({ Labels }) => Labels['seaworthy.owner']?.split(':').includes(String(child.pid)))
      .map(({ Id }) => Id);
  }

  async function untilItHasMachines(child: ChildProcess, count: number): Promise<void> {
    const deadline = Date.now() + minute;
    while ((await machinesOf(child)).length < count) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error('the run has made no machine');
      await pause(20);
    }
  }

  async function isUp(id: string): Promise<boolean> {
    const { State } = await client.call<{ State: { Running: boolean } }>('GET', `/containers/${id}/json`);
    return State.Running;
  }

  // From the first moment of a machine to one in which commands are typed on both.
  test.each([
    ['SIGINT', 1, 0],
    ['SIGTERM', 2, 0],
    ['SIGINT', 2, 3_000],
    ['SIGTERM', 1, 6_000],
  ] as const)(
    'cleans up after %s with %i machines %i ms later, ends with 130 and leaves the old proof',
    async (signal, machines, laterMs) => {
      const child = start('post', '--record');
      const ended = once(child, 'exit');
      await untilItHasMachines(child, machines);
      await pause(laterMs);
      child.kill(signal);
      expect(await ended).toEqual([130, null]);
      expect(await machinesOf(child)).toEqual([]);
      expect(readFileSync(path.join(folder, 'post/proof.json'), 'utf8')).toBe(oldProof);
      expect(await isUp(foreign)).toBe(true);
    },
    2 * minute,
  );

  test(
    'with SIGKILL leaves nothing after the next start',
    async () => {
      const child = start('post', '--record');
      const ended = once(child, 'exit');
      await untilItHasMachines(child, 2);
      child.kill('SIGKILL');
      await ended;
      const next = start('short.md');
      await once(next, 'exit');
      expect(await machinesOf(child)).toEqual([]);
      expect(readFileSync(path.join(folder, 'post/proof.json'), 'utf8')).toBe(oldProof);
      expect(readdirSync(path.join(folder, 'post')).sort()).toEqual(['index.md', 'proof.json']);
      expect(await isUp(foreign)).toBe(true);
    },
    2 * minute,
  );
});
