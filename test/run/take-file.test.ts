import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Machine } from '../../src/machine/machine.ts';
import type { FileStep } from '../../src/model/plan.ts';
import { takeFile } from '../../src/run/take-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'take-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// The reader is whoever runs the tests.
const machine = {
  engine: { standIns: [] },
  async run(script: string, options: { input?: string } = {}) {
    const result = await execa('sh', ['-c', script.replace(/^su reader -s \/bin\/sh /, 'sh ')], {
      input: options.input ?? '',
      reject: false,
      stripFinalNewline: false,
    });
    return { exitStatus: result.exitCode ?? 1, stdout: result.stdout, stderr: result.stderr };
  },
} as unknown as Machine;
const terminal = {
  session: async () => ({ depth: 1 }),
  folder: async () => folder,
} as unknown as Parameters<typeof takeFile>[2]['terminal'];

const written = new Map<string, string>();
const take = (step: FileStep, content: string) =>
  takeFile(
    { name: 'notes.txt', content, step },
    { written, said: [], project: null },
    { machine, terminal, images: new Map() },
  );
const leave = (content: string) => writeFile(join(folder, 'notes.txt'), content);
const left = () => readFile(join(folder, 'notes.txt'), 'utf8');

describe('a file that the page only shows', () => {
  it.each(['shown', 'made'] as const)(
    'is not written over what a command has left there (%s)',
    async (step) => {
      await leave('hi\n');
      expect(await take(step, 'hello\n')).toMatchObject({ message: expect.stringContaining('hello') });
      expect(await left()).toBe('hi\n');
    },
  );

  it.each(['shown', 'made'] as const)('holds where the file is as shown (%s)', async (step) => {
    await leave('one\ntwo\nthree\n');
    expect(await take(step, 'one\n...\nthree\n')).toBeNull();
    expect(await left()).toBe('one\ntwo\nthree\n');
  });

  it.each(['shown', 'made'] as const)('is written where nothing is, or an empty file (%s)', async (step) => {
    expect(await take(step, 'hello\n')).toBeNull();
    await leave('');
    expect(await take(step, 'again\n')).toBeNull();
    expect(await left()).toBe('again\n');
  });

  it('is written over what the page itself has put there, unless a command should have changed it', async () => {
    await take('saved', 'port 1\n');
    expect(await take('shown', 'port 2\n')).toBeNull();
    expect(await left()).toBe('port 2\n');
    expect(await take('made', 'port 3\n')).not.toBeNull();
    expect(await left()).toBe('port 2\n');
  });
});

describe('a file that the reader saves', () => {
  it('is written whatever is there', async () => {
    await leave('hi\n');
    expect(await take('saved', 'hello\n')).toBeNull();
    expect(await left()).toBe('hello\n');
  });
});
