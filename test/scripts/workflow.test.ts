import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const home = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-workflow-'));

interface Workflow {
  jobs: Record<
    string,
    { 'continue-on-error'?: boolean; steps: { id?: string; if?: string; run?: string }[] }
  >;
}

const workflow = parse(readFileSync(path.join(home, '.github/workflows/verify.yml'), 'utf8')) as Workflow;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a step as a runner does, with an `npm` that ends with this status. */
function runStep(script: string, status: number): { ended: number | null; output: string; said: string } {
  const npm = path.join(folder, 'npm');
  const output = path.join(folder, 'output');
  writeFileSync(npm, `#!/bin/sh\nexit ${status}\n`);
  chmodSync(npm, 0o755);
  writeFileSync(output, '');
  const env = { PATH: `${folder}:${process.env.PATH}`, GITHUB_OUTPUT: output };
  const ran = spawnSync('bash', ['-e', '-c', script], { env, encoding: 'utf8' });
  return { ended: ran.status, output: readFileSync(output, 'utf8').trim(), said: ran.stdout };
}

test('no job stays green whatever comes of it', () => {
  expect(Object.values(workflow.jobs).filter((job) => job['continue-on-error'])).toEqual([]);
});

test.each([
  ['was made', 0, { ended: 0, output: 'made=true' }],
  ['could not be had', 3, { ended: 0, output: '' }],
  ['could not be made', 1, { ended: 1, output: 'made=true' }],
])('the newest engine is verified only where it %s', (_case, status, expected) => {
  const steps = workflow.jobs.newest?.steps ?? [];
  const make = steps.find(({ id }) => id === 'engine');
  const ran = runStep(make?.run ?? '', status);
  expect(ran).toMatchObject(expected);
  expect(ran.said.includes('::warning')).toBe(status === 3);
  expect(steps.at(-1)?.if).toContain("steps.engine.outputs.made == 'true'");
});
