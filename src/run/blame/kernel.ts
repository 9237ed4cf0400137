import { dockerCall } from '../../shell/docker-call.ts';
import { type Blame, type Failure, somethingIsMissing } from './failure.ts';

const ofTheKernel = new Set(
  'sysctl mknod mount umount dmesg date hwclock modprobe insmod swapon swapoff losetup tee timedatectl'.split(
    ' ',
  ),
);
const asksForRights = /^--(?:privileged|cap-add|device|device-cgroup-rule|sysctl)\b/;
const refused = /operation not permitted|permission denied|read-only file system|must be superuser/i;

/**
 * What a reader's root may do and a machine's may not: change the kernel, open devices. Those are of the computer that
 * verifies, so nothing is known then about the page.
 */
export function kernelBlame({ output, commands, ran }: Failure): Blame | null {
  const asks = commands.some((words) =>
    dockerCall(words) === null
      ? /\bsudo\b/.test(ran) &&
        words.some(({ text }) => ofTheKernel.has(text) || /^\/(?:proc\/sys|dev)\//.test(text))
      : words.some(({ text }) => asksForRights.test(text)),
  );
  if (!asks || !refused.test(output)) return null;
  return somethingIsMissing(
    'machine',
    'needs a say over the kernel or a device, and a machine has none over those of this computer',
    'leave it out here (<!-- verify: skip … -->), or say what else a reader can do',
  );
}
