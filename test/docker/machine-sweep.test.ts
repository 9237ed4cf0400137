import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { connectMachines } from '../../src/machine/connect.ts';
import type { DockerClient } from '../../src/machine/docker.ts';
import { findEngine } from '../../src/machine/find-engine.ts';
import { formatOwner, thisOwner } from '../../src/machine/owner.ts';
import { machineImage } from '../../src/machine/recipe-tag.ts';
import { removeContainer, sweepMachines } from '../../src/machine/sweep.ts';
import { describeWithEngine, home } from '../helpers/engine.ts';

const minute = 60_000;
const signal = new AbortController().signal;

describeWithEngine('the sweep', () => {
  let client: DockerClient;
  let image: string;
  const made: string[] = [];

  beforeAll(async () => {
    ({ client } = await findEngine(process.env, signal));
    image = await machineImage(home);
  });

  afterEach(async () => {
    await Promise.all(made.splice(0).map((id) => removeContainer(client, id)));
  });

  async function container(labels: Record<string, string>): Promise<string> {
    const body = {
      Image: image,
      Entrypoint: ['sleep', 'infinity'],
      Labels: labels,
      HostConfig: { Mounts: [{ Type: 'volume', Target: '/data', VolumeOptions: { Labels: labels } }] },
    };
    const { Id } = await client.call<{ Id: string }>('POST', '/containers/create', { body });
    await client.call('POST', `/containers/${Id}/start`);
    made.push(Id);
    return Id;
  }

  function machineOf(owner: string): Promise<string> {
    return container({ seaworthy: '1', 'seaworthy.role': 'machine', 'seaworthy.owner': owner });
  }

  async function isThere(id: string): Promise<boolean> {
    return client.call('GET', `/containers/${id}/json`).then(
      () => true,
      () => false,
    );
  }

  async function volumeOf(id: string): Promise<string> {
    const { Mounts } = await client.call<{ Mounts: { Name: string }[] }>('GET', `/containers/${id}/json`);
    return Mounts[0]?.Name ?? '';
  }

  test(
    'removes the machine of a dead run with its volume, and nothing else',
    async () => {
      const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
      await once(ended, 'close');
      const dead = await machineOf(formatOwner({ ...thisOwner(), pid: ended.pid ?? 0 }));
      const volume = await volumeOf(dead);
      const live = await machineOf(formatOwner(thisOwner()));
      const elsewhere = await machineOf('another-boot/1:1:1');
      const foreign = await container({ mine: '1' });

      await sweepMachines(client);

      expect({
        dead: await isThere(dead),
        live: await isThere(live),
        elsewhere: await isThere(elsewhere),
        foreign: await isThere(foreign),
      }).toEqual({ dead: false, live: true, elsewhere: true, foreign: true });
      await expect(client.call('GET', `/volumes/${volume}`)).rejects.toMatchObject({ status: 404 });
    },
    minute,
  );

  test(
    'removes the machine of another computer once it has stopped',
    async () => {
      const stopped = await machineOf('another-boot/1:1:1');
      await client.call('POST', `/containers/${stopped}/kill`);
      await client.call('POST', `/containers/${stopped}/wait`);
      await sweepMachines(client);
      expect(await isThere(stopped)).toBe(false);
    },
    minute,
  );

  test(
    'leaves a machine that was kept for a person',
    async () => {
      const kept = await machineOf(formatOwner({ ...thisOwner(), start: '1' }));
      await client.call('POST', `/containers/${kept}/rename?name=seaworthy-kept-${kept.slice(0, 12)}`);
      await sweepMachines(client);
      expect(await isThere(kept)).toBe(true);
    },
    minute,
  );
});

describeWithEngine('disposing', () => {
  test(
    'of the factory removes its machines with all that was in them',
    async () => {
      const { client } = await findEngine(process.env, signal);
      const factory = await connectMachines({ env: process.env, home, signal });
      const machine = await factory.open({ name: 'test/dispose', walks: 'main', signal });
      // What is frozen can't be killed.
      const paused = await machine.run('docker run -d --name still busybox sleep 600 && docker pause still');
      expect(paused.exitStatus).toBe(0);
      const { Mounts } = await client.call<{ Mounts: { Name: string }[] }>(
        'GET',
        `/containers/${machine.id}/json`,
      );

      await factory[Symbol.asyncDispose]();

      await expect(client.call('GET', `/containers/${machine.id}/json`)).rejects.toMatchObject({
        status: 404,
      });
      await expect(client.call('GET', `/volumes/${Mounts[0]?.Name}`)).rejects.toMatchObject({ status: 404 });
    },
    2 * minute,
  );

  test(
    'of a kept machine leaves it to the person',
    async () => {
      const { client } = await findEngine(process.env, signal);
      await using factory = await connectMachines({ env: process.env, home, signal });
      const machine = await factory.open({ name: 'test/kept', walks: 'main', signal });
      machine.keep();
      await machine[Symbol.asyncDispose]();
      const kept = await client.call<{ Name: string }>('GET', `/containers/${machine.id}/json`);
      await removeContainer(client, machine.id);
      expect(kept.Name).toBe(`/seaworthy-kept-${machine.id.slice(0, 12)}`);
      expect(machine.enterWith).toContain(machine.id.slice(0, 12));
    },
    2 * minute,
  );

  test(
    'happens when the opening is interrupted',
    async () => {
      const { client } = await findEngine(process.env, signal);
      await using factory = await connectMachines({ env: process.env, home, signal });
      const interruption = new AbortController();
      const opening = factory.open({
        name: 'test/interrupted-opening',
        walks: 'main',
        signal: interruption.signal,
      });
      const soon = setTimeout(() => interruption.abort(new Error('enough')), 300);
      await expect(opening).rejects.toThrow('enough');
      clearTimeout(soon);
      const filters = encodeURIComponent(JSON.stringify({ name: ['test-interrupted-opening'] }));
      expect(await client.call('GET', `/containers/json?all=true&filters=${filters}`)).toEqual([]);
    },
    2 * minute,
  );
});
