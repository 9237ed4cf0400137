import { expect, it } from 'vitest';
import { planOf } from '../../helpers/plan-of.ts';
import { commandsOf } from '../../helpers/replay-fake.ts';

it('nothing is known of what uses a file that the page changes by a part, nor of a failure behind it', {
  timeout: 30_000,
}, async () => {
  const unsureFile = { name: 'compose.yaml', line: 7, isUsed: true };
  const after = { ...unsureFile, isUsed: false };
  const commands = await commandsOf(
    planOf(
      { kind: 'commands', commands: [{ source: 'true', unsureFile }] },
      { kind: 'commands', commands: [{ source: 'echo on', unsureFile: after }] },
      { kind: 'commands', commands: [{ source: 'false', unsureFile: after }] },
    ),
  );
  expect(commands.map(({ verdict }) => verdict)).toEqual(['blocked', 'passed', 'blocked']);
  expect(commands[0]?.cause).toMatchObject({ whose: 'author', line: 7 });
});
