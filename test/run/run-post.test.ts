import { describe, expect, it } from 'vitest';
import type { Plan, PlannedCommand } from '../../src/model/plan.ts';
import type { CommandReport } from '../../src/model/report.ts';
import { onContainer, planOf, promise } from '../helpers/plan-of.ts';
import { commandsOf, replay } from '../helpers/replay-fake.ts';

const verdicts = (commands: CommandReport[]): unknown[] => commands.map((command) => command.verdict);

describe('a post that is right', () => {
  it('passes a loop that waits for a pipeline, however the stages of its condition ended', async () => {
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [
          'until (exit 3) | true; do :; done',
          'if (exit 3) | false; then echo never; fi',
          '(exit 3) | true',
        ],
      }),
    );
    expect(verdicts(commands)).toEqual(['passed', 'passed', 'failed']);
  });

  it('passes, with the output of each command', async () => {
    const report = await replay(
      planOf({
        kind: 'commands',
        commands: ['docker run -d --name web nginx', 'docker ps', 'docker rm -f web'],
      }),
    );
    expect(report.verdict).toBe('passed');
    expect(report.blocks[0]?.commands[1]?.output).toContain('Up 2 seconds');
    expect(report.leftBehind.containers).toEqual([]);
  });

  it('is typed inside a container until exit', async () => {
    const commands = await commandsOf(
      planOf(
        {
          kind: 'commands',
          commands: [
            'docker run -d --name web nginx',
            { source: 'docker exec -it web bash', trait: { kind: 'opens', room: 'shell', because: '' } },
          ],
        },
        {
          kind: 'inside',
          commands: [
            { source: 'echo "in $FAKE_INSIDE"', depth: 1 },
            { source: 'exit', depth: 1, trait: { kind: 'leaves', because: '' } },
          ],
        },
        { kind: 'commands', commands: ['echo "out $FAKE_INSIDE"'] },
      ),
    );
    expect(verdicts(commands)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
    expect(commands[2]?.output).toBe('in 1');
    expect(commands[4]?.output).toBe('out');
  });

  it('binds placeholders to what is there, in the state that the command needs, and prepares what is not', async () => {
    const [, stop, rm, force] = await commandsOf(
      planOf(
        { kind: 'commands', commands: ['docker run -d --name web nginx'] },
        { kind: 'commands', commands: [onContainer('docker stop CONTAINER_ID', 'CONTAINER_ID', 'running')] },
        { kind: 'commands', commands: [onContainer('docker rm CONTAINER_ID', 'CONTAINER_ID', 'stopped')] },
        {
          kind: 'commands',
          commands: [onContainer('docker rm -f CONTAINER_ID', 'CONTAINER_ID', 'running-first')],
        },
      ),
    );
    expect(stop).toMatchObject({ ran: 'docker stop web', verdict: 'passed', prepared: [] });
    expect(rm).toMatchObject({ ran: 'docker rm web', verdict: 'passed' });
    expect(force).toMatchObject({
      ran: 'docker rm -f seaworthy-prepared-1',
      verdict: 'passed',
      prepared: ['docker run -d --name seaworthy-prepared-1 nginx'],
    });
  });

  it('prepares a small container for a command that only begins or ends its life', async () => {
    const [unpause] = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [onContainer('docker unpause CONTAINER', 'CONTAINER', 'paused')],
      }),
    );
    expect(unpause).toMatchObject({
      verdict: 'passed',
      prepared: [
        'docker run -d --name seaworthy-prepared-1 --init busybox sleep 3600',
        'docker pause seaworthy-prepared-1',
      ],
    });
  });

  it('proves each line of a list from a state of its own, and leaves nothing of it behind', async () => {
    const image = {
      source: 'docker create IMAGE',
      placeholders: [
        { text: 'IMAGE', start: 14, end: 19, wants: { object: 'image' as const, field: 'name' as const } },
      ],
    };
    const states = {
      start: 'stopped',
      restart: 'running-first',
      pause: 'running',
      unpause: 'paused',
      stop: 'running',
      kill: 'running',
      rm: 'stopped',
    } as const;
    const lines = Object.entries(states).map(([verb, state]) =>
      onContainer(`docker ${verb} CONTAINER`, 'CONTAINER', state),
    );
    const report = await replay(planOf({ kind: 'catalogue', commands: [image, ...lines] }));
    expect(verdicts(report.blocks[0]!.commands)).toEqual(Array(8).fill('passed'));
    expect(report.leftBehind.containers).toEqual([]);
  });

  it('takes each alternative on a machine of its own', async () => {
    const group = (choice: number) => ({ group: 'g', choice, because: '' });
    const commands = await commandsOf(
      planOf(
        { kind: 'commands', commands: ['docker run -d --name web nginx'] },
        {
          kind: 'commands',
          commands: [
            { source: 'docker stop web', alternative: group(0) },
            { source: 'docker rm web', alternative: group(0) },
          ],
        },
        { kind: 'commands', commands: [{ source: 'docker rm -f web', alternative: group(1) }] },
        { kind: 'commands', commands: ['docker ps -a'] },
      ),
    );
    expect(verdicts(commands)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
  });

  it('compares a synopsis with the usage of the tool', async () => {
    const commands = await commandsOf(
      planOf({
        kind: 'usage',
        commands: [
          'docker run [OPTIONS] IMAGE [COMMAND]',
          'docker run IMAGE [OPTIONS]',
          'docker run -x IMAGE',
          'docker run [OPTIONS]',
        ],
      }),
    );
    expect(verdicts(commands)).toEqual(['passed', 'failed', 'failed', 'failed']);
  });

  it('asks for the page that the prose names', async () => {
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [
          'docker run -d nginx',
          {
            source: 'docker ps',
            expectations: [promise('words', ['Up']), promise('http', ['nginx', 'welcome'])],
          },
        ],
      }),
    );
    expect(commands[1]).toMatchObject({
      verdict: 'passed',
      expectations: [
        { kind: 'words', held: true },
        { kind: 'http', held: true },
      ],
    });
  });
});

describe('a post that is wrong', () => {
  it.each([
    ['a stage of a pipeline', 'false | cat', /stage 1 of the pipeline ended with exit status 1/],
    ['a container that is not there', 'docker stop wbe', /no container “wbe”/],
    ['a flag', 'docker run --detahc nginx', /knows no flag --detahc/],
    ['a running container that is removed', 'docker rm web', /only be removed by force/],
    ['a name that is taken', 'docker run -d --name web nginx', /“web” is still there/],
    ['a program that is not there', 'dokcer ps', /no command “dokcer”/],
  ])('fails for %s', async (_, source, message) => {
    const commands = await commandsOf(
      planOf({ kind: 'commands', commands: ['docker run -d --name web nginx', source, 'docker ps'] }),
    );
    expect(verdicts(commands)).toEqual(['passed', 'failed', 'passed']);
    expect(commands[1]?.cause?.message).toMatch(message);
    expect(commands[1]?.cause?.whose).toBe('page');
  });

  it('does not type what needs the thing that was not made', async () => {
    const commands = await commandsOf(
      planOf(
        {
          kind: 'commands',
          commands: [
            'docker run --bad -d --name web nginx',
            'docker stop web',
            'echo on',
            { source: 'docker exec -it web bash', trait: { kind: 'opens', room: 'shell', because: '' } },
          ],
        },
        { kind: 'inside', commands: [{ source: 'touch inside', depth: 1 }] },
      ),
    );
    expect(verdicts(commands)).toEqual(['failed', 'not-run', 'passed', 'not-run', 'not-run']);
    expect(commands[1]?.cause).toMatchObject({
      whose: 'earlier',
      line: 1,
      message: 'needs “web” from line 1',
    });
  });

  it('does not blame what follows from an earlier failure', async () => {
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [
          'docker run -d --nmae web nginx',
          { source: 'docker ps', expectations: [promise('words', ['web', 'Up'])] },
          'docker logs web',
          'docker logs other',
        ],
      }),
    );
    expect(verdicts(commands)).toEqual(['failed', 'not-run', 'not-run', 'failed']);
    expect(commands[2]?.cause).toMatchObject({ whose: 'earlier', line: 1 });
  });

  it('does not type what the shell would go on waiting for', async () => {
    const commands = await commandsOf(planOf({ kind: 'commands', commands: ['echo "open', 'echo on'] }));
    expect(verdicts(commands)).toEqual(['failed', 'passed']);
    expect(commands[0]?.cause?.message).toMatch(/the shell can't read it/);
  });

  it('fails where a promised word is missing, and where a page does not answer', async () => {
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [
          'docker run -d nginx',
          { source: 'docker ps -a', expectations: [promise('words', ['Paused'])] },
          { source: 'echo', expectations: [promise('http', [], 'http://localhost:8081')] },
        ],
      }),
    );
    expect(verdicts(commands)).toEqual(['passed', 'failed', 'failed']);
    expect(commands[1]?.cause).toMatchObject({
      line: 99,
      message: 'the post promises “Paused”, which was not printed',
    });
    expect(commands[2]?.cause?.message).toMatch(/http:\/\/localhost:8081 did not answer/);
  }, 60_000);

  it('fails a server that keeps the terminal although a later step needs it', async () => {
    const commands = await commandsOf(
      planOf({ kind: 'commands', commands: ['docker run --name web nginx', 'docker stop web'] }),
    );
    expect(commands[0]).toMatchObject({
      verdict: 'failed',
      cause: { hint: expect.stringContaining('add -d') },
    });
    expect(commands[0]?.cause?.message).toMatch(/“web” runs in the foreground, and line 2 needs it/);
  }, 30_000);

  it('fails what was meant to fail and did not, and the other way round', async () => {
    const trait = { kind: 'meant-to-fail' as const, exitStatus: null, because: '' };
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [
          { source: 'false', trait },
          { source: 'true', trait },
        ],
      }),
    );
    expect(verdicts(commands)).toEqual(['passed', 'failed']);
  });

  it('fails what a REPL answers with an error, though it has no exit status', async () => {
    const room = (source: string, more = {}) => ({ source, depth: 1, ...more });
    const shown = (text: string) => ({ kind: 'output' as const, text, source: promise('words', []).source });
    const commands = await commandsOf(
      planOf(
        {
          kind: 'commands',
          commands: [{ source: 'toydb', trait: { kind: 'opens', room: 'repl', because: '' } }],
        },
        { kind: 'inside', commands: [room('good'), room('bad ships')] },
        {
          kind: 'inside',
          commands: [
            room('bad boats', { expectations: [shown('ERROR:  relation "boats" does not exist')] }),
            room('bad rafts', { expectations: [shown('LINE 1: bad rafts')] }),
            room('well'),
            room('quit', { trait: { kind: 'leaves', because: '' } }),
          ],
        },
      ),
    );
    expect(verdicts(commands)).toEqual([
      'passed',
      'passed',
      'failed',
      'passed',
      'failed',
      'passed',
      'passed',
    ]);
    expect(commands[2]?.cause?.message).toContain('relation "ships" does not exist');
  }, 30_000);

  it.each([
    [
      '(sleep 0.5; exit 3) &',
      'wait',
      'the command in the background ended with exit status 3: ( sleep 0.5; exit 3 )',
    ],
    ['quay-boats &', 'sleep 0.3', 'the command in the background ended with exit status 127: quay-boats'],
  ])('fails what failed in the background: %s, %s', async (job, next, message) => {
    const commands = await commandsOf(planOf({ kind: 'commands', commands: [job, next] }));
    const failed = commands.find(({ verdict }) => verdict === 'failed');
    expect(failed?.cause?.message).toBe(message);
    expect(verdicts(commands)).toEqual(
      next === 'wait' && failed?.ran === next ? ['passed', 'failed'] : ['failed', 'passed'],
    );
  });

  it.each([
    ['sleep 0.1 &', 'wait'],
    ['sleep 60 &', 'kill %1; wait'],
    ['(exit 3) &', 'sleep 0.3'],
  ])(
    'passes what has ended in the background as it should, or nobody waits for: %s, %s',
    async (job, next) => {
      const commands = await commandsOf(planOf({ kind: 'commands', commands: [job, next] }));
      expect(verdicts(commands)).toEqual(['passed', 'passed']);
    },
  );

  it('never types a placeholder that nothing fits', async () => {
    const unknown = {
      source: 'touch SECRET',
      placeholders: [{ text: 'SECRET', start: 6, end: 12, wants: { object: 'unknown' as const } }],
    };
    const commands = await commandsOf(planOf({ kind: 'commands', commands: [unknown, 'ls -A'] }));
    expect(verdicts(commands)).toEqual(['blocked', 'blocked']);
    expect(commands[0]).toMatchObject({ ran: null, cause: { whose: 'author' } });
    const next = await commandsOf(
      planOf({ kind: 'commands', commands: [unknown] }, { kind: 'commands', commands: ['ls -A'] }),
    );
    expect(next[1]?.output).toBe('');
  });
});

describe('a section called “Clean up”', () => {
  const page = (remove: string): Plan => {
    const plan = planOf(
      { kind: 'commands', commands: ['docker run -d --name web nginx', 'docker run -d --name db nginx'] },
      { kind: 'commands', commands: [remove] },
    );
    plan.blocks[1]!.section = ['A page', '4. Clean up'];
    return plan;
  };

  it('must leave nothing', async () => {
    expect((await commandsOf(page('docker rm -f web')))[2]).toMatchObject({
      verdict: 'failed',
      cause: { message: 'the section is called “4. Clean up”, but it leaves the container “db”' },
    });
    expect((await commandsOf(page('docker rm -f web db')))[2]?.verdict).toBe('passed');
  });
});

describe('what is missing outside', () => {
  it('blocks the rest of its block, and names the host', async () => {
    const commands = await commandsOf(
      planOf(
        { kind: 'commands', commands: ['echo before', 'curl -s https://download.invalid/x', 'echo after'] },
        { kind: 'commands', commands: ['echo next'] },
      ),
    );
    expect(verdicts(commands)).toEqual(['passed', 'blocked', 'blocked', 'passed']);
    expect(commands[1]?.cause?.message).toContain('download.invalid');
    expect(commands[2]?.cause).toMatchObject({ line: 2 });
  }, 30_000);

  it('skips what the author excuses, until the excuse ends', async () => {
    const skip = (until: string) => ({
      source: 'false',
      trait: { kind: 'skip' as const, reason: 'paid', until },
    });
    const commands = await commandsOf(
      planOf({ kind: 'commands', commands: [skip('2027-01-01'), skip('2026-01-01')] }),
    );
    expect(verdicts(commands)).toEqual(['skipped', 'failed']);
  });
});

describe('several terminals', () => {
  const shown = (text: string): PlannedCommand['expectations'][number] => {
    const source = { path: 'post.md', line: 99, column: 1, endLine: 99, endColumn: 1 };
    return { kind: 'output', source, text, from: 'output-block' };
  };
  const follow = (text: string) => ({
    source: 'touch log; tail -f log',
    trait: { kind: 'foreground' as const, because: '' },
    expectations: [shown(text)],
  });

  it('leaves a command running while the page goes on in another one, and counts what it shows then', async () => {
    const page = (text: string) =>
      planOf({
        kind: 'commands',
        commands: [
          'mkdir work; cd work',
          follow(text),
          { source: 'echo moored >> log', terminal: 2 },
          { source: 'pwd; kill -0 $(pgrep -f "^tail -f log$")', terminal: 2 },
          'echo back',
        ],
      });
    const commands = await commandsOf(page('moored'));
    expect(verdicts(commands)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
    expect(commands[1]?.output).toMatch(/^moored/);
    expect(commands[3]?.output).toMatch(/\/work$/);
    expect(verdicts(await commandsOf(page('sunk')))).toEqual([
      'passed',
      'failed',
      'passed',
      'passed',
      'passed',
    ]);
  }, 60_000);

  it('fails one that has crashed meanwhile', async () => {
    const crash = {
      source: 'until [ -e stop ]; do :; done; touch gone; false',
      trait: { kind: 'foreground' as const, because: '' },
    };
    const commands = await commandsOf(
      planOf({
        kind: 'commands',
        commands: [crash, { source: 'touch stop; until [ -e gone ]; do :; done', terminal: 2 }, 'echo back'],
      }),
    );
    expect(commands[0]).toMatchObject({ verdict: 'failed', exitStatus: 1 });
    expect(commands[2]?.verdict).toBe('passed');
  }, 60_000);
});

describe('what follows from a step that was blocked', () => {
  it('is blocked too where it lists, asks or takes all of what that step would have made', async () => {
    const gone = 'curl -s https://download.invalid/x && docker run -d --name web nginx';
    const commands = await commandsOf(
      planOf(
        { kind: 'commands', commands: [gone] },
        { kind: 'commands', commands: [{ source: 'docker ps', expectations: [promise('words', ['Up'])] }] },
        { kind: 'commands', commands: ['docker stop $(docker ps -q)'] },
        { kind: 'commands', commands: ['docker run --nmae box nginx', 'docker logs peir'] },
      ),
    );
    expect(verdicts(commands)).toEqual(['blocked', 'blocked', 'blocked', 'failed', 'failed']);
  }, 60_000);
});
