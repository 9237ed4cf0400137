import { availableParallelism } from 'node:os';

// Measured (npm run bench:verify): a machine that runs a few small servers, with room for what they write.
const machineBytes = 600 * 1024 * 1024;

/**
 * How many machines may run at once when nobody says: one a processor, as far as the memory that is free now goes, and
 * never none.
 */
export function jobsFor(processors = availableParallelism(), freeBytes = process.availableMemory()): number {
  return Math.max(1, Math.min(processors, Math.floor(freeBytes / machineBytes)));
}
