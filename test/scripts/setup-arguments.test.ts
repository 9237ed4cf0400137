import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readEngines } from '../../src/machine/engines.ts';

const home = path.resolve(import.meta.dirname, '../..');

/** Runs a piece of Bash with all that setup is made of; nothing is set up. */
function inSetup(script: string, input = ''): string {
  const parts = 'say packages root-file-system engine engines image';
  const sources = `home=$PWD; for part in ${parts}; do source scripts/machine/$part.sh; done`;
  const ran = spawnSync('bash', ['-euo', 'pipefail', '-c', `${sources}; ${script}`], {
    cwd: home,
    input,
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  return ran.stdout.trim();
}

const engines = await readEngines(home);
const names = engines.map(({ name }) => name).join(' ');
const [{ name: known }] = engines;

test.each([
  ['--engine', `setup.sh: --engine needs a name: ${names}\n`],
  ['--engine none', `setup.sh: unknown engine "none"; there are: ${names}\n`],
  [`--engine=${known},none`, `setup.sh: unknown engine "none"; there are: ${names}\n`],
  [
    `--engine ${known} --chekc`,
    'setup.sh: unknown argument "--chekc"; there are --engine NAME and --check\n',
  ],
])('setup refuses %s', (line, message) => {
  const ran = spawnSync('bash', ['scripts/setup.sh', ...line.split(' ')], { cwd: home, encoding: 'utf8' });
  expect([ran.status, ran.stdout, ran.stderr]).toEqual([2, '', message]);
});

test.each([
  ['debian', 'old', 'reachable', 'kept'],
  ['docker', 'new', 'reachable', 'kept'],
  ['docker', 'old', 'reachable', 'made anew'],
  ['docker', 'old', 'out of reach', 'kept'],
])('an image of %s packages that is %s, with Docker’s own %s, is %s', (packages, age, network, what) => {
  const world = `image_exists() { true; }; made_this_week() { [ ${age} = new ]; }
    reachable() { [ "${network}" = reachable ]; }`;
  const ask = `if is_recent_enough some:image ${packages}; then echo kept; else echo made anew; fi`;
  expect(inSetup(`${world}\n${ask}`)).toBe(what);
});

test.each([
  ['new', 'id-old', 'rmi id-old'],
  ['the same', 'id-new', ''],
  ['the first', '', ''],
])('an image made anew under its name leaves none without a name: it is %s', (_case, before, removed) => {
  const engine = `docker() {
    case "$1 $2" in 'image inspect') echo id-new ;; 'images --filter') ;; *) echo "$*" >&3 ;; esac
  }`;
  expect(inSetup(`exec 3>&1; ${engine}; remove_older seaworthy/machine:x-0123456789ab "${before}"`)).toBe(
    removed,
  );
});

test('a new image replaces the older ones of its own engine only', () => {
  const names = [
    'seaworthy/machine:26.1-000000000001',
    'seaworthy/machine:26.1-000000000002',
    'seaworthy/machine:28.5-000000000001',
    'seaworthy/machine:3a79b77c2d51',
  ];
  const older = inSetup('older_than seaworthy/machine:26.1-000000000002', `${names.join('\n')}\n`);
  expect(older).toBe('seaworthy/machine:26.1-000000000001');
  expect(inSetup('older_than seaworthy/base:b', 'seaworthy/base:b\n')).toBe('');
});
