import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';
import { findEngine } from '../../src/machine/find-engine.ts';
import { MachineError } from '../../src/machine/machine.ts';
import { machineImage, registryImage } from '../../src/machine/recipe-tag.ts';

/** Absolute folder of this checkout. */
export const home = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Why tests that need machines can't run here; null when they can. */
export const engineMissing: string | null = await whatIsMissing();

/** Whether machines can be had here: an engine answers and setup has built its images. */
export const engineAvailable = engineMissing === null;

/** A `describe` for tests that need machines: skipped, and said so, without an engine; with CI=true that is a failure. */
export function describeWithEngine(title: string, tests: () => void): void {
  if (engineAvailable) {
    describe(title, tests);
    return;
  }
  const reason = `${title}: no machines here (${engineMissing})`;
  if (process.env.CI === 'true') {
    describe(title, () => {
      test('an engine is there, as CI=true requires', () => {
        throw new Error(reason);
      });
    });
    return;
  }
  console.warn(`SKIPPED  ${reason}`);
  describe.skip(reason, tests);
}

async function whatIsMissing(): Promise<string | null> {
  try {
    const { client } = await findEngine(process.env, AbortSignal.timeout(10_000));
    for (const image of [await machineImage(home), await registryImage(home)]) {
      await client.call('GET', `/images/${image}/json`);
    }
    return null;
  } catch (error) {
    if (error instanceof MachineError) return error.message;
    return `${error instanceof Error ? error.message : String(error)}; npm run setup builds it`;
  }
}
