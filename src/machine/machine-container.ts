import { randomBytes } from 'node:crypto';
import { withheldCapabilities } from './capabilities.ts';
import type { DockerClient } from './docker.ts';
import { labelsFor } from './labels.ts';
import { networkName, type Registry } from './registry.ts';

/** What the author's engine and computer allow a machine. */
export interface Allowance {
  /** Bytes of memory; 0 where the engine can't limit it. */
  memory: number;
  /** Number of processes; 0 where the engine can't limit it. */
  processes: number;
}

interface EngineFacts {
  MemTotal: number;
  MemoryLimit: boolean;
  PidsLimit?: boolean;
}

const processLimit = 4096;

/** Half of the computer's memory, and more processes than any tutorial needs. */
export async function allowanceOf(client: DockerClient): Promise<Allowance> {
  const facts = await client.call<EngineFacts>('GET', '/info');
  return {
    memory: facts.MemoryLimit ? Math.floor(facts.MemTotal / 2) : 0,
    processes: facts.PidsLimit === false ? 0 : processLimit,
  };
}

/** A container's name that tells the post and is free. */
export function machineName(name: string): string {
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `seaworthy-${readable === '' ? 'machine' : readable}-${randomBytes(4).toString('hex')}`;
}

/** The body of the request that creates a machine. Nothing of the host is mounted into it. */
export function machineContainer(
  image: string,
  registry: Registry,
  allowance: Allowance,
  withheld: string[] | 'unnamed' = withheldCapabilities(),
): unknown {
  return {
    Image: image,
    Hostname: 'laptop',
    Cmd: ['--registry-mirror', registry.url],
    Labels: labelsFor('machine'),
    HostConfig: {
      NetworkMode: networkName,
      CgroupnsMode: 'private',
      Memory: allowance.memory,
      PidsLimit: allowance.processes,
      // Half of what other containers get where processors are short, so that the computer stays usable.
      CpuShares: 512,
      Mounts: [
        { Type: 'volume', Target: '/var/lib/docker', VolumeOptions: { Labels: labelsFor('machine') } },
      ],
      ...rights(withheld),
    },
  };
}

/**
 * Whether an engine refuses the request because it knows by itself which capabilities the computer lacks (newer ones
 * do, and take it ill to be told): ask again with none named.
 */
export function refusesCapabilities(message: string): boolean {
  return /invalid CapDrop/.test(message);
}

// No engine needs these, and a page's command could change the author's computer with them.
const never = ['SYS_TIME', 'SYS_MODULE', 'SYS_BOOT', 'SYS_RAWIO'];
// Settings of the author's kernel; those of the network are the machine's own, and its engine must write them.
const readOnly = ['kernel', 'vm', 'fs', 'dev', 'debug'].map((name) => `/proc/sys/${name}`);

// An engine in a container needs many rights, but no devices: so it is not "privileged".
function rights(withheld: string[] | 'unnamed'): Record<string, unknown> {
  return {
    CapAdd: ['ALL'],
    CapDrop: withheld === 'unnamed' ? never : [...new Set([...withheld, ...never])],
    SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
    MaskedPaths: ['/proc/kcore', '/proc/keys', '/proc/timer_list', '/sys/firmware'],
    ReadonlyPaths: ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sysrq-trigger', ...readOnly],
  };
}
