import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const home = path.resolve(import.meta.dirname, '../..');

function fromScripts(script: string, input = ''): string[] {
  const sources =
    'registry_recipe=scripts/registry; source $registry_recipe/stand-ins.sh; source $registry_recipe/fill.sh';
  const printed = execFileSync('bash', ['-euc', `${sources}; ${script}`], {
    cwd: home,
    input,
    encoding: 'utf8',
  });
  return printed.trim().split('\n');
}

test('a version gives the tags that the official images have', () => {
  expect(fromScripts('version_tags 8.0.2 -,alpine')).toEqual([
    ...['8.0.2', '8.0', '8', 'latest'],
    ...['8.0.2-alpine', '8.0-alpine', '8-alpine', 'alpine'],
  ]);
});

test('a tag stays with the image that has it first', () => {
  const names = 'new redis:8 redis:latest\nold redis:7 redis:latest\n';
  expect(fromScripts('without_repeats', names)).toEqual(['new redis:8 redis:latest', 'old redis:7']);
});

test('each alpine-like image follows the one that it changes', () => {
  const lines = fromScripts('listed').map((line) => line.split(/\s+/));
  const strays = lines.filter(
    ([image, suite, part], at) =>
      part === 'alpine-like' && (lines[at - 1]?.[0] !== image || lines[at - 1]?.[1] !== suite),
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(strays).toEqual([]);
});
