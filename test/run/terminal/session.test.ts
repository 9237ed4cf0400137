import { describe, expect, it } from 'vitest';
import { screenText } from '../../../src/run/terminal/screen.ts';
import { Session } from '../../../src/run/terminal/session.ts';
import { localTerminal } from '../../helpers/local-terminal.ts';

const signal = new AbortController().signal;
const options = { deadlineMs: 20_000, signal };

async function begin() {
  const terminal = localTerminal();
  const session = new Session(terminal);
  await session.begin(signal);
  return { session, terminal };
}

describe('a session in a shell', () => {
  it('gives each command its output and the status of every pipeline stage', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    const first = await session.type('echo one; (exit 3) | cat', options);
    expect(first).toMatchObject({ kind: 'ended', statuses: [3, 0], left: 0 });
    expect(await screenText(first.raw)).toBe('one');
    const second = await session.type('echo $?', options);
    expect(await screenText(second.raw)).toBe('0');
  });

  it.each([
    ['if [ ! -d /tmp ]; then mkdir /tmp; fi', [0]],
    ['while [ "$((i += 1))" -lt 3 ]; do echo $i; done', [0]],
    ['while (exit 3) | false; do :; done', [0]],
    ['! grep pier /dev/null', [0]],
    ['! true', [1]],
    ['sleep 0 &', [0]],
    ['true | false', [0, 1]],
    ['set -o pipefail; (exit 3) | true', [3, 0]],
  ])('gives the status that the shell does, not that of a condition: %s', async (line, statuses) => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    expect(await session.type(line, options)).toMatchObject({ kind: 'ended', statuses });
  });

  it('keeps directory and variables, and types here-documents as they stand', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    await session.type('cd / && x=5', options);
    const typed = await session.type("cat <<'EOF'\n$x\tb\nEOF", options);
    expect(typed).toMatchObject({ kind: 'ended', statuses: [0] });
    expect(await screenText(typed.raw)).toBe('$x\tb');
    expect(await screenText((await session.type('echo $x $PWD', options)).raw)).toBe('5 /');
  });

  it.each(['bash', 'sh', 'dash'])(
    'types into %s inside and sees the status with which it was left',
    async (inner) => {
      const { session, terminal } = await begin();
      await using _ = terminal;
      const opened = await session.type(inner, { ...options, prompt: 'shell' });
      expect(opened.kind).toBe('prompt');
      expect(await session.enterShell(signal)).toBe(true);
      expect(await screenText((await session.type('echo a\tb', options)).raw)).toContain('a b');
      expect(await session.type('false', options)).toMatchObject({ kind: 'ended', statuses: [1], left: 0 });
      expect(await session.type('exit 3', options)).toMatchObject({ kind: 'ended', statuses: [3], left: 1 });
    },
  );

  it.each(['bash', 'dash'])(
    'finds %s that was armed before, and has a mark for its prompt',
    async (inner) => {
      const { session, terminal } = await begin();
      await using _ = terminal;
      const prompt = String.raw`$(printf '\033]133;D;deadbeef;0;0\007')`;
      const file = inner === 'bash' ? '--norc --noprofile' : '';
      const opened = await session.type(`PS1="${prompt}" ${inner} ${file} -i`, {
        ...options,
        prompt: 'shell',
      });
      expect(opened).toMatchObject({ kind: 'prompt', prompt: '' });
      expect(await session.enterShell(signal)).toBe(true);
      expect(await session.type('exit 3', options)).toMatchObject({ kind: 'ended', statuses: [3], left: 1 });
    },
  );

  it('waits for the shell to be left, not for the mark of the command before', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    await session.type('dash', { ...options, prompt: 'shell' });
    await session.enterShell(signal);
    await session.type('true', options);
    session.press('\x04');
    expect(await session.goOn(options)).toMatchObject({ kind: 'ended', left: 1 });
    expect(session.depth).toBe(1);
  });

  it('is not fooled by a mark that the page prints', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    const typed = await session.type("printf '\\033]133;D;deadbeef;0;0\\007'; echo after; false", options);
    expect(typed).toMatchObject({ kind: 'ended', statuses: [1] });
    expect(typed.raw).toContain('after');
  });

  it('ends at its deadline, and the prompt comes back after Ctrl-C', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    const typed = await session.type('echo started; sleep 60', { ...options, deadlineMs: 200 });
    expect(typed.kind).toBe('deadline');
    session.press('\x03');
    expect(await session.goOn(options)).toMatchObject({ kind: 'ended', statuses: [130] });
  });

  it('says that it was closed when the shell exits', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    expect((await session.type('exit', options)).kind).toBe('closed');
  });

  it('types into a REPL by its prompt', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    const opened = await session.type('python3 -q', { ...options, prompt: 'repl' });
    expect(opened).toMatchObject({ kind: 'prompt', prompt: '>>> ' });
    session.enterRepl('>>> ');
    const typed = await session.type('print(6*7)', options);
    expect(typed.kind).toBe('answered');
    expect(await screenText(typed.raw)).toContain('42');
    const suite = await session.type('for i in range(2):\n    if i:\n\n        print("row", i)', options);
    expect(suite.kind).toBe('answered');
    expect(await screenText(suite.raw)).toContain('row 1');
    expect(await session.type('exit()', options)).toMatchObject({ kind: 'ended', statuses: [0], left: 1 });
  });
});

describe('a session in a program whose prompt changes', () => {
  const loop =
    'p="a> "; while read -erp "$p" x; do [ "$x" = use ] && p="b> "; [ "$x" = open ] && p="  -> "; done';

  it('takes the new prompt for one, and the one that asks for the rest for none', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    await session.type(loop, { ...options, prompt: 'repl' });
    session.enterRepl('a> ');
    expect(await session.type('use', options)).toMatchObject({ kind: 'answered', prompt: 'b> ' });
    expect(await session.type('more', options)).toMatchObject({ kind: 'answered', prompt: 'b> ' });
    expect(await session.type('open', { ...options, quietMs: 700 })).toMatchObject({ kind: 'quiet' });
  });

  it('goes on waiting for the prompt after a silence', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    await session.type('while read -erp "a> " x; do sleep 1; done', { ...options, prompt: 'repl' });
    session.enterRepl('a> ');
    expect(await session.type('x', { ...options, quietMs: 200 })).toMatchObject({ kind: 'quiet' });
    expect(await session.goOn({ ...options, answer: true })).toMatchObject({ kind: 'answered' });
  });

  it('takes a question for a password for no prompt', async () => {
    const { session, terminal } = await begin();
    await using _ = terminal;
    const asked = await session.type('read -sp "Enter password: " x', {
      ...options,
      prompt: 'repl',
      quietMs: 600,
    });
    expect(asked.kind).toBe('quiet');
  });
});

describe('the screen of a recording', () => {
  it('shows progress in its last state', async () => {
    expect(await screenText('10%\r20%\r100%\r\ndone\r\n')).toBe('100%\ndone');
    expect(await screenText('a: wait\r\nb: wait\r\n\x1b[2A\x1b[2Ka: ok\r\n\x1b[2Kb: ok\r\n')).toBe(
      'a: ok\nb: ok',
    );
  });
});
