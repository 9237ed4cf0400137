import { availableParallelism } from 'node:os';

// npm run bench:verify shows 200 to 400 MB with a small server; the rest is for databases and builds.
const machineBytes = 600 * 1024 * 1024;

/**
 * How many machines may run at once when nobody says: one a processor, as far as the memory that is free now goes, and
 * never none.
 */
export function jobsFor(processors = availableParallelism(), freeBytes = process.availableMemory()): number {
  return Math.max(1, Math.min(processors, Math.floor(freeBytes / machineBytes)));
}
