import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMachines } from '../../src/machine/connect.ts';
import type { Machine, MachineFactory, Terminal } from '../../src/machine/machine.ts';
import { describeWithEngine, home } from '../helpers/engine.ts';

const minute = 60_000;

describeWithEngine('a machine', () => {
  let factory: MachineFactory & AsyncDisposable;
  let machine: Machine;

  beforeAll(async () => {
    factory = await connectMachines({ env: process.env, home, signal: new AbortController().signal });
    machine = await factory.open({
      name: 'test/machine',
      walks: 'main',
      signal: AbortSignal.timeout(minute),
    });
  }, 2 * minute);

  afterAll(() => factory?.[Symbol.asyncDispose](), minute);

  test('says which engine it has', () => {
    expect(machine.engine).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      api: expect.stringMatching(/^1\.\d+$/),
      compose: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      buildx: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      os: expect.stringContaining('Debian'),
      registry: expect.stringMatching(/^(stand-in|docker\.io \(cached\))$/),
    });
  });

  test('runs hidden scripts with their own input, output, errors and exit status', async () => {
    const input = 'it’s "quoted" $HOME\nand \\ no newline at the end';
    expect(await machine.run('cat; echo trouble >&2; exit 7', { input })).toEqual({
      exitStatus: 7,
      stdout: input,
      stderr: 'trouble\n',
    });
  });

  test('keeps scripts apart: neither exit, cd nor a syntax error is felt by the next', async () => {
    await machine.run('cd /tmp; export LEFT=behind; exit 3');
    expect((await machine.run('if')).exitStatus).toBe(2);
    expect(await machine.run('pwd; echo "$LEFT"')).toEqual({
      exitStatus: 0,
      stdout: '/root\n\n',
      stderr: '',
    });
  });

  test('kills a script at its deadline, with what it started, and keeps what it printed', async () => {
    const result = await machine.run('echo before; sleep 4321 & sleep 4321', { timeoutMs: 300 });
    expect(result).toEqual({ exitStatus: 124, stdout: 'before\n', stderr: '' });
    await until(async () => (await machine.run('pgrep -f "^sleep 4321"')).exitStatus === 1);
  });

  test('stops a script that is interrupted', async () => {
    const interruption = new AbortController();
    const running = machine.run('sleep 4322', { signal: interruption.signal });
    await until(async () => true);
    interruption.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });

  test('outlives a reader who kills every process', async () => {
    await machine.run('kill -KILL -1').catch(() => undefined);
    expect(await machine.run('echo again')).toEqual({ exitStatus: 0, stdout: 'again\n', stderr: '' });
  });

  test('cuts endless output and stays in step', async () => {
    const long = await machine.run('head -c 9000000 /dev/zero | tr "\\0" x');
    expect(long.stdout.length).toBe(8 * 1024 * 1024);
    expect((await machine.run('echo next')).stdout).toBe('next\n');
  });
});

describeWithEngine('a terminal', () => {
  let factory: MachineFactory & AsyncDisposable;
  let machine: Machine;
  let terminal: Terminal;
  let screen = '';

  beforeAll(async () => {
    factory = await connectMachines({ env: process.env, home, signal: new AbortController().signal });
    machine = await factory.open({
      name: 'test/terminal',
      walks: 'main',
      signal: AbortSignal.timeout(minute),
    });
    terminal = await machine.openTerminal({ columns: 101, rows: 31 });
    terminal.onData((text) => {
      screen += text;
    });
  }, 2 * minute);

  afterAll(() => factory?.[Symbol.asyncDispose](), minute);

  async function type(line: string, wanted: RegExp): Promise<string> {
    screen = '';
    terminal.write(`${line}\n`);
    await until(async () => wanted.test(screen));
    return screen;
  }

  test('is the reader’s login shell, with a size, at home, and nothing of ours on it', async () => {
    await until(async () => screen.includes('$ '));
    expect(screen).not.toMatch(/pts|stty|seaworthy/);
    expect(await type('stty size; pwd; id -un; hostname', /laptop\r\n/)).toMatch(
      /31 101\r\n\/home\/reader\r\nreader\r\nlaptop/,
    );
    expect(await type('env; echo en""d', /\nend/)).not.toMatch(/seaworthy/i);
  });

  test(
    'pulls and runs hello-world with the ordinary messages',
    async () => {
      const shown = await type('docker run hello-world; echo st""atus=$?', /status=\d/);
      expect(shown).toContain("Unable to find image 'hello-world:latest' locally");
      expect(shown).toContain('latest: Pulling from library/hello-world');
      expect(shown).toContain('Status: Downloaded newer image for hello-world:latest');
      expect(shown).toContain('Hello from Docker!');
      expect(shown).toContain('status=0');
    },
    minute,
  );

  test(
    'serves the page of nginx inside',
    async () => {
      await type('docker run -d --name web -p 8080:80 nginx; echo st""atus=$?', /status=0/);
      await until(async () =>
        (await machine.run('curl -fsS http://localhost:8080')).stdout.includes('Welcome to nginx!'),
      );
      const logs = await type('docker logs web; echo lo""gs', /\nlogs/);
      expect(logs).toContain('/docker-entrypoint.sh:');
      expect(logs).toContain('start worker processes');
      expect(
        await type('docker stop -t 5 web; docker inspect -f "code {{.State.ExitCode}}" web', /code \d+/),
      ).toContain('code 0');
    },
    2 * minute,
  );

  test(
    'lets the detach keys of a container through',
    async () => {
      await type('docker run -it --name inner busybox', /\/ # /);
      expect(await type('\x10\x11', /read escape sequence|\$ /)).not.toContain('exit');
      expect((await machine.run('docker inspect -f "{{.State.Running}}" inner')).stdout).toBe('true\n');
    },
    minute,
  );

  test('ends what runs on it when it is disposed', async () => {
    const second = await machine.openTerminal({ columns: 80, rows: 24 });
    second.write('sleep 4323\n');
    await until(async () => (await machine.run('pgrep -f "^sleep 4323"')).exitStatus === 0);
    await second[Symbol.asyncDispose]();
    await second.closed;
    await until(async () => (await machine.run('pgrep -f "^sleep 4323"')).exitStatus === 1);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + minute;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
