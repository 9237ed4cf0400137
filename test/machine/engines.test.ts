import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findMachineEngine, readEngines } from '../../src/machine/engines.ts';

const home = path.resolve(import.meta.dirname, '../..');

test('setup and Seaworthy read the same engines out of their table', async () => {
  const script = 'home=$PWD; source scripts/machine/engines.sh; engine_rows; default_engine';
  const printed = execFileSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: home, encoding: 'utf8' });
  const engines = await readEngines(home);
  const rows = engines.map(({ name, suite, packages }) => `${name} ${suite} ${packages}`);
  expect(printed.trim().split('\n')).toEqual([...rows, engines[0].name]);
});

test('an engine is found by its name, the first one without a name', async () => {
  const engines = await readEngines(home);
  for (const engine of engines) expect(await findMachineEngine(home, engine.name)).toEqual(engine);
  expect(await findMachineEngine(home, null)).toEqual(engines[0]);
});

test('an unknown name is told with the known ones', async () => {
  const names = (await readEngines(home)).map(({ name }) => name).join(', ');
  expect(await findMachineEngine(home, 'none')).toBe(`--engine none: must be one of ${names}`);
});
