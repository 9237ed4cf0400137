import { describe, expect, it } from 'vitest';
import { planOf } from '../helpers/plan-of.ts';
import { commandsOf } from '../helpers/replay-fake.ts';

const opens = (room: 'shell' | 'repl') => ({ kind: 'opens', room, because: '' }) as const;

describe('a shell that opens although the page does not say so', () => {
  it('is typed into until it is left', { timeout: 30_000 }, async () => {
    const commands = await commandsOf(
      planOf(
        { kind: 'commands', commands: ['docker run -it --name box my-image'] },
        {
          kind: 'commands',
          commands: ['echo "in $FAKE_INSIDE"', 'false', 'exit', 'echo "out $FAKE_INSIDE"'],
        },
      ),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual([
      'passed',
      'passed',
      'failed',
      'passed',
      'passed',
    ]);
    expect(commands[0]?.opened).not.toBeNull();
    expect(commands[0]?.notes).toEqual([expect.stringContaining('opened a shell')]);
    expect(commands[1]?.output).toBe('in 1');
    expect(commands[4]?.output).toBe('out');
  });

  it('is left by who types a Docker command', { timeout: 30_000 }, async () => {
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: ['docker run -it --name box my-image', 'docker ps', 'echo "out $FAKE_INSIDE"'],
      }),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed']);
    expect(commands[2]?.output).toBe('out');
  });

  it('is none where a shell only takes the place of another', { timeout: 30_000 }, async () => {
    const commands = await commandsOf(
      planOf({ kind: 'commands', commands: ['x=1; export x', 'exec bash --norc', 'echo "still $x"'] }),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed']);
    expect(commands[1]?.opened).toBeNull();
    expect(commands[2]?.output).toBe('still 1');
  });
});

describe('a program that opens its own prompt although the page does not say so', () => {
  it('is typed into, and is given no line of a shell', { timeout: 30_000 }, async () => {
    const loop = 'while read -rep "boats> " x && [ "$x" != quit ]; do echo "got $x"; done';
    const commands = await commandsOf(
      planOf({ kind: 'commands', commands: [loop, 'ada', 'quit', 'echo out'] }),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(commands[0]).toMatchObject({ opened: 'boats> ', output: '' });
    expect(commands[1]?.output).toBe('got ada');
    expect(commands[3]?.output).toBe('out');
  });
});

describe('a room that is not there', () => {
  it('fails what should have opened it where the page goes on inside', async () => {
    const commands = await commandsOf(
      planOf(
        { kind: 'commands', commands: [{ source: 'bash --version', trait: opens('shell') }] },
        { kind: 'inside', commands: [{ source: 'touch boat', depth: 1 }] },
        { kind: 'commands', commands: ['ls'] },
      ),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual(['failed', 'not-run', 'passed']);
    expect(commands[0]?.cause?.message).toBe(
      'opened no prompt that stays, and line 2 is to be typed inside what it opens',
    );
    expect(commands[2]?.output).toBe('');
  });

  it('is no matter where the page does not', async () => {
    const commands = await commandsOf(
      planOf({ kind: 'commands', commands: [{ source: 'bash --version', trait: opens('shell') }, 'ls'] }),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual(['passed', 'passed']);
  });
});

describe('a program that asks', () => {
  const asking = 'read -rp "Enter password: " x; echo; while read -rep "a> " y; do echo "$x"; done';

  it('is answered as the page says', { timeout: 30_000 }, async () => {
    const commands = await commandsOf(
      planOf(
        {
          kind: 'commands',
          commands: [
            {
              source: asking,
              trait: opens('repl'),
              answers: [{ question: 'password', answer: 'secret' }],
            },
          ],
        },
        { kind: 'inside', commands: [{ source: 'boats', depth: 1 }] },
      ),
    );
    expect(commands.map(({ verdict }) => verdict)).toEqual(['passed', 'passed']);
    expect(commands[0]?.notes).toEqual(['asked “Enter password:”, answered secret']);
    expect(commands[1]?.output).toContain('secret');
  });

  it('is nothing to type at where the page has no answer', { timeout: 30_000 }, async () => {
    const [opener, inside] = await commandsOf(
      planOf(
        { kind: 'commands', commands: [{ source: asking, trait: opens('repl') }] },
        { kind: 'inside', commands: [{ source: 'boats', depth: 1 }] },
      ),
    );
    expect(opener).toMatchObject({
      verdict: 'blocked',
      cause: { message: 'asks “Enter password:”, and the page does not say what to type' },
    });
    expect(inside?.verdict).toBe('blocked');
  });

  it('is told of when nobody has answered', { timeout: 30_000 }, async () => {
    const [asked] = await commandsOf(
      planOf({ kind: 'commands', commands: [{ source: 'read -rp "Your name: " x', timeoutMs: 500 }] }),
    );
    expect(asked?.cause?.message).toBe(
      'had not ended after 1 s and was ended, and seems to wait for an answer to “Your name:”',
    );
  });

  it('fails where it waits for the rest of what is typed', { timeout: 30_000 }, async () => {
    const [, typed] = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [
          { source: 'read -rep "a> " y; read -rep "    -> " y; echo', trait: opens('repl') },
          { source: 'SELECT 1', depth: 1 },
        ],
      }),
    );
    expect(typed).toMatchObject({
      verdict: 'failed',
      cause: { message: 'the program waits for the rest of it, at its prompt “->”' },
    });
  });
});

it('a shell whose prompt a page changes to that of a console is no console', {
  timeout: 30_000,
}, async () => {
  const commands = await commandsOf(planOf({ kind: 'commands', commands: ["PS1='> '", 'echo one'] }));
  expect(commands).toMatchObject([
    { verdict: 'passed', opened: null },
    { verdict: 'passed', output: 'one' },
  ]);
});
