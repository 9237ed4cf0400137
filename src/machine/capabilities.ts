import { readFileSync } from 'node:fs';

// In the order of their numbers in include/uapi/linux/capability.h.
const names = [
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'LINUX_IMMUTABLE',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_ADMIN',
  'NET_RAW',
  'IPC_LOCK',
  'IPC_OWNER',
  'SYS_MODULE',
  'SYS_RAWIO',
  'SYS_CHROOT',
  'SYS_PTRACE',
  'SYS_PACCT',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_NICE',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'MKNOD',
  'LEASE',
  'AUDIT_WRITE',
  'AUDIT_CONTROL',
  'SETFCAP',
  'MAC_OVERRIDE',
  'MAC_ADMIN',
  'SYSLOG',
  'WAKE_ALARM',
  'BLOCK_SUSPEND',
  'AUDIT_READ',
  'PERFMON',
  'BPF',
  'CHECKPOINT_RESTORE',
] as const;

/**
 * The capabilities that this computer withholds even from its root, without `CAP_`: an engine here can't grant them,
 * so a container that asks for all of them does not start. Empty where nothing is withheld, or where the engine can't be bound by the same limits.
 */
export function withheldCapabilities(status = readStatus()): string[] {
  const line = /^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  if (line === undefined) return [];
  const bounding = BigInt(`0x${line}`);
  const withheld = names.filter((_, number) => (bounding & (1n << BigInt(number))) === 0n);
  // No engine runs without SYS_ADMIN: this process sits in a container, and the engine outside it.
  return withheld.includes('SYS_ADMIN') ? [] : withheld.filter((name) => isKnownToKernel(name));
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}

function isKnownToKernel(name: (typeof names)[number]): boolean {
  try {
    return names.indexOf(name) <= Number(readFileSync('/proc/sys/kernel/cap_last_cap', 'utf8'));
  } catch {
    return true;
  }
}
