import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';
import { readEngines } from '../../src/machine/engines.ts';
import { findEngine } from '../../src/machine/find-engine.ts';
import { MachineError } from '../../src/machine/machine.ts';
import { machineImage, registryImage } from '../../src/machine/recipe-tag.ts';

/** Absolute folder of this checkout. */
export const home = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Why tests that need machines can't run here; null when they can. */
export const engineMissing: string | null = await whatIsMissing(null);

/** Whether machines can be had here: an engine answers and setup has built its images. */
export const engineAvailable = engineMissing === null;

/**
 * A `describe` for tests that need machines: skipped, and said so, without an engine; with CI=true that is a failure.
 * `missing`: what `whatIsMissing` says of the engine that its machines have.
 */
export function describeWithEngine(title: string, tests: () => void, missing = engineMissing): void {
  if (missing === null) {
    describe(title, tests);
    return;
  }
  const reason = `${title}: no machines here (${missing})`;
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

/** Why machines with an engine (its name; null: the default one) can't be had here; null when they can. */
export async function whatIsMissing(name: string | null): Promise<string | null> {
  try {
    const engine = (await readEngines(home)).find((one) => one.name === name);
    const { client } = await findEngine(process.env, AbortSignal.timeout(10_000));
    for (const image of [await machineImage(home, engine), await registryImage(home)]) {
      await client.call('GET', `/images/${image}/json`);
    }
    return null;
  } catch (error) {
    if (error instanceof MachineError) return error.message;
    return `${error instanceof Error ? error.message : String(error)}; npm run setup builds it`;
  }
}
