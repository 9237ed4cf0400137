import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEngines } from '../../src/machine/engines.ts';
import { machineImage, registryImage } from '../../src/machine/recipe-tag.ts';

const home = path.resolve(import.meta.dirname, '../..');

test('Seaworthy looks for the images under the names that setup gives them', async () => {
  const script = `source scripts/machine/say.sh; home=$PWD; source scripts/machine/root-file-system.sh
    source scripts/machine/engines.sh; source scripts/machine/image.sh; source scripts/registry/registry.sh
    for engine in "" $(engine_names); do machine_image $engine; done; registry_image`;
  const printed = execFileSync('bash', ['-c', script], { cwd: home, encoding: 'utf8' });
  const engines = await readEngines(home);
  const own = await Promise.all(engines.map((engine) => machineImage(home, engine)));
  expect(printed.trim().split('\n')).toEqual([await machineImage(home), ...own, await registryImage(home)]);
});
