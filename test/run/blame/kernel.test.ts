import { expect, test } from 'vitest';
import { kernelBlame } from '../../../src/run/blame/kernel.ts';
import { failureOf } from '../../helpers/failure-of.ts';

test.each([
  ['sudo sysctl -w vm.max_map_count=262144', 'sysctl: permission denied on key "vm.max_map_count"'],
  ['sudo sysctl -w vm.max_map_count=262144', 'sysctl: setting key "vm.max_map_count": Read-only file system'],
  ['docker run --privileged docker:dind', 'write devices.allow: operation not permitted'],
])('%s says nothing about the page', async (ran, output) => {
  expect(kernelBlame(await failureOf(ran, output))).toMatchObject({
    verdict: 'blocked',
    cause: { whose: 'machine' },
  });
});

test.each([
  ['mount /dev/sdb /mnt', 'mount: /mnt: must be superuser to use mount.'],
  ['docker run --rm alpine mount -t tmpfs x /mnt', 'mount: permission denied (are you root?)'],
  ['docker run --read-only alpine touch /x', 'touch: /x: Read-only file system'],
  ['sudo cat /root/secret', 'cat: /root/secret: Permission denied'],
])('%s would fail for a reader too', async (ran, output) => {
  expect(kernelBlame(await failureOf(ran, output))).toBeNull();
});
