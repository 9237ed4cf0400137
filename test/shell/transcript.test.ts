import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptOf } from '../../src/shell/prompts.ts';
import { hasPrompts, splitTranscript } from '../../src/shell/transcript.ts';
import { anyText } from '../helpers/any-text.ts';

describe('promptOf knows', () => {
  test.each([
    ['$ ls', 'user', '$'],
    ['user@host:~$ ls', 'user', 'user@host:~$'],
    ['[me@host ~]$ ls', 'user', '[me@host ~]$'],
    ['[node1] (local) root@192.168.0.1 ~$ ls', 'user', '[node1] (local) root@192.168.0.1 ~$'],
    ['/ # ls', 'container', '/ #'],
    ['/# ls', 'container', '/#'],
    ['/app # ls', 'container', '/app #'],
    ['root@0a1b2c3d4e5f:/# ls', 'container', 'root@0a1b2c3d4e5f:/#'],
    ['root@server:~# ls', 'root', 'root@server:~#'],
    ['bash-5.1# ls', 'container', 'bash-5.1#'],
    ['PS C:\\> dir', 'powershell', 'PS C:\\>'],
    ['cqlsh:boats> DESCRIBE TABLES;', 'repl', 'cqlsh:boats>'],
    ['iex(1)> 1 + 1', 'repl', 'iex(1)>'],
    ['In [1]: 1 + 1', 'repl', 'In [1]:'],
    ['php > echo 1;', 'repl', 'php >'],
    ['mysql> SHOW TABLES;', 'repl', 'mysql>'],
    ['>>> print(1)', 'repl', '>>>'],
    ['postgres=# \\q', 'repl', 'postgres=#'],
    ['127.0.0.1:6379> PING', 'repl', '127.0.0.1:6379>'],
  ])('%s', (line, kind, text) => {
    expect(promptOf(line)).toMatchObject({ kind, text });
  });

  test.each(['$HOME/bin/x', '# a comment', 'docker ps', '> quoted', '/etc/hosts', 'total 48', 'a => b'])(
    'no prompt in: %s',
    (line) => {
      expect(promptOf(line)).toBeNull();
    },
  );
});

function screen(text: string): [string, string | null][] {
  return splitTranscript(text).entries.map(({ command, output }) => [
    command,
    output === null ? null : text.slice(output.start, output.end),
  ]);
}

describe('splitTranscript', () => {
  test('tells commands from what they print', () => {
    expect(screen('$ docker ps\nCONTAINER ID\nabc\n\n$ ls\n$')).toEqual([
      ['docker ps', 'CONTAINER ID\nabc'],
      ['ls', null],
      ['', null],
    ]);
  });

  test('takes a root shell’s `# ` for a prompt where it opens a console that prompts below', () => {
    expect(screen('# redis-cli -h redis\nredis:6379>')).toEqual([
      ['redis-cli -h redis', null],
      ['', null],
    ]);
    expect(screen('# psql -U ada\nada=# SELECT 1;\n1\nada=# \\q\n# exit')).toEqual([
      ['psql -U ada', null],
      ['SELECT 1;', '1'],
      ['\\q', null],
      ['exit', null],
    ]);
    expect(screen('# mysql commands\nmysql> SHOW TABLES;')).toEqual([['SHOW TABLES;', null]]);
    expect(screen('# redis-cli\n$ docker ps')).toEqual([['docker ps', null]]);
  });

  test('joins the lines of one command, without the prompts of its continuation', () => {
    expect(screen('$ docker run \\\n> -d nginx\nabc')).toEqual([['docker run \\\n-d nginx', 'abc']]);
    expect(screen('$ docker run \\\n    -d nginx\nabc')).toEqual([['docker run \\\n    -d nginx', 'abc']]);
    expect(screen('$ cat <<EOF\nhi\nEOF\nhi')).toEqual([['cat <<EOF\nhi\nEOF', 'hi']]);
  });

  test('an apostrophe in a message does not swallow the next command', () => {
    expect(screen("$ echo don't\n$ ls")).toEqual([
      ["echo don't", null],
      ['ls', null],
    ]);
  });

  test('`# ` is a prompt where every such line is a command and the others are none', () => {
    expect(hasPrompts('# docker ps\nCONTAINER ID   IMAGE')).toBe(true);
    expect(hasPrompts('# Update the index\nsudo apt update')).toBe(false);
    expect(hasPrompts('# install the tools\n# and start')).toBe(false);
    expect(hasPrompts('ls\n# exit')).toBe(false);
  });

  test('`> ` and `% ` are prompts where a command follows on the first line', () => {
    expect(screen('> docker ps\nCONTAINER ID\n> ls')).toEqual([
      ['docker ps', 'CONTAINER ID'],
      ['ls', null],
    ]);
    expect(screen('% ls')).toEqual([['ls', null]]);
    expect(hasPrompts('> out.txt\nls')).toBe(false);
  });

  test.each(['docker attach web', 'docker container attach web', 'docker exec -i -t web sh'])(
    '`# ` is a prompt after %s',
    (opener) => {
      const { entries } = splitTranscript(`$ ${opener}\n\n# ls /srv\n\ndata\n`);
      expect(entries.map((entry) => entry.command)).toEqual([opener, 'ls /srv']);
    },
  );

  test('`# ` is a prompt after a command that opened a root shell, else a comment', () => {
    expect(screen('$ docker exec -it web sh\n# ls\nbin\n# exit')).toEqual([
      ['docker exec -it web sh', null],
      ['ls', 'bin'],
      ['exit', null],
    ]);
    const { entries, comments } = splitTranscript('$ ls\n# now list all\n$ ls -a');
    expect(entries.map((entry) => entry.command)).toEqual(['ls', 'ls -a']);
    expect(comments.map((comment) => comment.text)).toEqual(['now list all']);
  });

  test('offsets are in range and in order, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        let last = 0;
        for (const { lines, output } of splitTranscript(`$ ${text}`).entries) {
          for (const { start, end } of [...lines, ...(output === null ? [] : [output])]) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThanOrEqual(start);
            last = end;
          }
        }
        expect(last).toBeLessThanOrEqual(text.length + 2);
      }),
      { numRuns: 300 },
    );
  });
});
