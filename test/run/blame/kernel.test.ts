import { expect, test } from 'vitest';
import { kernelBlame } from '../../../src/run/blame/kernel.ts';
import type { ShellWord } from '../../../src/shell/parse-shell.ts';
import { fakeMachine } from '../../helpers/fake-machine.ts';

async function blameFor(ran: string, output: string): Promise<unknown> {
  const words = ran.split(' ').map((text) => ({ text }) as ShellWord);
  const machine = await fakeMachine();
  return kernelBlame({
    ran,
    commands: [words],
    output,
    statuses: [127],
    machine,
    images: [],
    done: undefined as never,
  });
}

test.each([
  ['sudo sysctl -w vm.max_map_count=262144', 'sysctl: permission denied on key "vm.max_map_count"'],
  ['sudo sysctl -w vm.max_map_count=262144', 'sysctl: setting key "vm.max_map_count": Read-only file system'],
  ['docker run --privileged docker:dind', 'write devices.allow: operation not permitted'],
])('%s says nothing about the page', async (ran, output) => {
  expect(await blameFor(ran, output)).toMatchObject({ verdict: 'blocked', cause: { whose: 'machine' } });
});

test.each([
  ['mount /dev/sdb /mnt', 'mount: /mnt: must be superuser to use mount.'],
  ['docker run --rm alpine mount -t tmpfs x /mnt', 'mount: permission denied (are you root?)'],
  ['docker run --read-only alpine touch /x', 'touch: /x: Read-only file system'],
  ['sudo cat /root/secret', 'cat: /root/secret: Permission denied'],
])('%s would fail for a reader too', async (ran, output) => {
  expect(await blameFor(ran, output)).toBeNull();
});
