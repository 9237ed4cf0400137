import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isRunning } from '../lib/is-running.ts';

/** A process that made something in Docker, so that what a dead one left can be told from what a live one uses. */
export interface Owner {
  /** The kernel's boot id with the process namespace, or the host name where there is no /proc. */
  where: string;
  pid: number;
  /** Ticks since boot at which the process started; `-` where it can't be known. */
  start: string;
}

/** This process as an owner. */
export function thisOwner(): Owner {
  return { where: thisPlace(), pid: process.pid, start: startOf(process.pid) ?? '-' };
}

/** The owner as a label's value: `where:pid:start`. */
export function formatOwner({ where, pid, start }: Owner): string {
  return `${where}:${pid}:${start}`;
}

/** Reads such a label; null when it is none. */
export function parseOwner(label: string): Owner | null {
  const match = /^(.+):(\d+):(\d+|-)$/.exec(label);
  return match ? { where: match[1] ?? '', pid: Number(match[2]), start: match[3] ?? '-' } : null;
}

/** Whether the owner still runs. `elsewhere`: on another computer or in another container, where this process can't look. */
export function ownerState(owner: Owner): 'alive' | 'dead' | 'elsewhere' {
  if (owner.where !== thisPlace()) return 'elsewhere';
  if (owner.start === '-') return isRunning(owner.pid) ? 'alive' : 'dead';
  return startOf(owner.pid) === owner.start ? 'alive' : 'dead';
}

function thisPlace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`;
  } catch {
    return hostname();
  }
}

/** Field 22 of /proc/PID/stat (proc(5)); a zombie counts as gone. Null when there is no such process. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name, which may hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
