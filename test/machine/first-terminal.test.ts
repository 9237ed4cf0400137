import { expect, it } from 'vitest';
import { terminalsOf } from '../../src/machine/first-terminal.ts';
import type { Terminal } from '../../src/machine/machine.ts';

const size = { columns: 120, rows: 40 };

/** Terminals that are only counted; the first `broken` of them can't be opened. */
function counted(broken = 0) {
  const told = { opened: 0, ended: [] as string[] };
  const terminals = terminalsOf(async ({ columns }) => {
    told.opened += 1;
    const name = `${columns} number ${told.opened}`;
    if (told.opened <= broken) throw new Error(`${name} is broken`);
    const end = async (): Promise<void> => void told.ended.push(name);
    return { name, [Symbol.asyncDispose]: end } as Partial<Terminal> as Terminal;
  });
  return { terminals, told };
}

it('gives the prepared terminal to the first who asks for one of its size', async () => {
  const { terminals, told } = counted();
  terminals.prepare(size);
  expect(await terminals.open({ columns: 80, rows: 24 })).toMatchObject({ name: '80 number 2' });
  expect(await terminals.open({ ...size })).toMatchObject({ name: '120 number 1' });
  expect(await terminals.open(size)).toMatchObject({ name: '120 number 3' });
  await terminals.close();
  expect(told.ended).toEqual([]);
});

it('ends the prepared terminal that nobody asked for', async () => {
  const { terminals, told } = counted();
  terminals.prepare(size);
  await terminals.close();
  expect(told.ended).toEqual(['120 number 1']);
});

it('tells what went wrong when the prepared one is asked for', async () => {
  const { terminals } = counted(1);
  terminals.prepare(size);
  await expect(terminals.open(size)).rejects.toThrow('number 1 is broken');
  expect(await terminals.open(size)).toMatchObject({ name: '120 number 2' });
  await expect(counted().terminals.close()).resolves.toBeUndefined();
});
