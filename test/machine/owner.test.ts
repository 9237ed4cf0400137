import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { formatOwner, ownerState, parseOwner, thisOwner } from '../../src/machine/owner.ts';

test('a label gives the owner back', () => {
  const owner = thisOwner();
  expect(parseOwner(formatOwner(owner))).toEqual(owner);
});

test.each(['', 'x', 'host:12', 'host:pid:-', ':1:2:'])('%j is no owner', (label) => {
  expect(parseOwner(label)).toBeNull();
});

test('this process is alive', () => {
  expect(ownerState(thisOwner())).toBe('alive');
});

test('a process that has ended is dead', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  expect(ownerState({ ...thisOwner(), pid: child.pid ?? 0 })).toBe('dead');
});

test('another process with the number of a dead one is not its owner', () => {
  expect(ownerState({ ...thisOwner(), start: '1' })).toBe('dead');
});

test('nobody can look into another computer', () => {
  expect(ownerState({ ...thisOwner(), where: 'another-boot/4026531836' })).toBe('elsewhere');
});
