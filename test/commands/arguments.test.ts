import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/commands/arguments.ts';
import { verifyDefaults } from '../../src/commands/verify/verify-arguments.ts';

function read(line: string) {
  const written = { stdout: '', stderr: '' };
  const result = readArguments(line.split(' ').filter(Boolean), '1.2.3', {
    stdout: (text) => {
      written.stdout += text;
    },
    stderr: (text) => {
      written.stderr += text;
    },
  });
  return { result, ...written };
}

describe('a command line', () => {
  test.each<[string, object]>([
    [
      'build',
      { command: 'build', options: { paths: ['posts'], out: 'dist', drafts: false, keepGoing: false } },
    ],
    [
      'build ../seed --out site --keep-going --drafts',
      { command: 'build', options: { paths: ['../seed'], out: 'site', drafts: true, keepGoing: true } },
    ],
    ['check a b', { command: 'check', options: { paths: ['a', 'b'] } }],
    ['verify', { command: 'verify', options: verifyDefaults }],
    [
      'verify a --json out.json --record --keep',
      {
        command: 'verify',
        options: { ...verifyDefaults, paths: ['a'], json: 'out.json', record: true, keep: true },
      },
    ],
    [
      'verify a --block 12 --jobs 2 --allow-blocked',
      {
        command: 'verify',
        options: { ...verifyDefaults, paths: ['a'], block: 12, jobs: 2, allowBlocked: true },
      },
    ],
    ['verify --engine 26.1', { command: 'verify', options: { ...verifyDefaults, engine: '26.1' } }],
    ['verify --changed', { command: 'verify', options: { ...verifyDefaults, changed: true } }],
    ['verify --repeat 20', { command: 'verify', options: { ...verifyDefaults, repeat: 20 } }],
    ['verify --in-order', { command: 'verify', options: { ...verifyDefaults, inOrder: true } }],
    ['verify --dry-run --debug', { command: 'verify', options: { ...verifyDefaults, dryRun: true } }],
    [
      'dev --engine 26.1',
      {
        command: 'dev',
        options: { paths: ['posts'], port: null, drafts: true, verify: true, engine: '26.1' },
      },
    ],
    ['start', { command: 'start', options: { out: 'dist', engine: null } }],
    ['start --engine 26.1', { command: 'start', options: { out: 'dist', engine: '26.1' } }],
  ])('%j is understood', (line, invocation) => {
    expect(read(line)).toEqual({ result: invocation, stdout: '', stderr: '' });
  });

  test.each([
    ['buidl', /Did you mean build\?/],
    ['verify --jsno x', /Did you mean --json\?/],
    ['verify --json', /argument missing/],
    ['verify --json --record', /must be a path/],
    ['verify --jobs 0', /whole number/],
    ['verify --jobs two', /whole number/],
    ['verify --block 1.5', /whole number/],
    ['verify --repeat 0', /whole number/],
    ['verify --changed --block 3', /cannot be used with/],
    ['verify --changed --repeat 3', /cannot be used with/],
    ['verify --repeat 2 --dry-run', /cannot be used with/],
    ['verify --in-order --record', /cannot be used with/],
    ['verify --dry-run --record', /cannot be used with/],
    ['verify --block 3 --record', /cannot be used with/],
    ['start posts', /too many arguments/],
    ['', /Usage: seaworthy/],
  ])('%j is a mistake: one message on stderr, exit 2', (line, message) => {
    const { result, stdout, stderr } = read(line);
    expect(result).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  test.each([
    ['--help', /Exit codes:[\s\S]*130/],
    ['help verify', /--dry-run/],
    ['verify --help', /--allow-blocked/],
    ['--version', /^1\.2\.3\n$/],
  ])('%j is answered on stdout, exit 0', (line, message) => {
    const { result, stdout, stderr } = read(line);
    expect(result).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(message);
  });
});

test('the help fits 80 columns', () => {
  const { stdout } = read('--help');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});
