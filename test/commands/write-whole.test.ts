import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepUnfinished, writeWhole } from '../../src/commands/write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a file whole', () => {
  it('puts the new text there and nothing beside it', async () => {
    const target = path.join(folder, 'proof.json');
    writeFileSync(target, 'old');
    await writeWhole(target, 'new');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['proof.json']);
  });

  it('leaves nothing behind when the folder is not there', async () => {
    await expect(writeWhole(path.join(folder, 'none', 'proof.json'), 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('sweeps what a dead run has left, and only that', async () => {
    const dead = 'proof.json.4194303-abcdef.tmp';
    const others = [
      'other.json.4194303-abcdef.tmp',
      `proof.json.${process.pid}-abcdef.tmp`,
      'proof.json.tmp',
    ];
    for (const name of [dead, ...others]) writeFileSync(path.join(folder, name), '');
    await sweepUnfinished(path.join(folder, 'proof.json'));
    expect(readdirSync(folder).sort()).toEqual(others.sort());
  });
});
