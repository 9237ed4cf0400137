import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import type { PlannedCommand } from '../../../src/model/plan.ts';

function plan(...blocks: string[]) {
  return makePlan({ path: 'post.md', source: `${blocks.join('\n\n')}\n` });
}

const bash = (...lines: string[]): string => `\`\`\`bash\n${lines.join('\n')}\n\`\`\``;
const plain = (...lines: string[]): string => `\`\`\`\n${lines.join('\n')}\n\`\`\``;

function first(command: string): PlannedCommand {
  const block = plan(bash(command)).blocks[0]!;
  if (!('commands' in block)) throw new Error('it is typed');
  return block.commands[0]!;
}

describe('a command opens a room', () => {
  it.each([
    ['docker run --entrypoint bash -it nginx', 'shell'],
    ['docker run -it --entrypoint=/bin/sh my-app:1', 'shell'],
    ['docker compose run --service-ports web bash', 'shell'],
    ['docker compose run --rm -e COLOUR=red web sh', 'shell'],
    ['docker compose run --rm --entrypoint sh web', 'shell'],
    ['docker exec -it web env TERM=xterm bash', 'shell'],
    ['docker exec -it db psql -U postgres -d boats -tA', 'repl'],
    ['docker exec -it db mysql -u root -p boats', 'repl'],
    ['docker exec -it cache redis-cli -h cache -a secret', 'repl'],
    ['docker exec -it db mongosh "mongodb://localhost/boats"', 'repl'],
    ['docker exec -it db cqlsh', 'repl'],
    ['docker compose exec web python manage.py shell', 'repl'],
    ['docker compose run --rm web bundle exec rails console', 'repl'],
    ['docker compose exec web bin/rails c', 'repl'],
    ['docker run -it ruby irb', 'repl'],
    ['docker run -it php php -a', 'repl'],
    ['docker compose exec app php artisan tinker', 'repl'],
    ['docker run -it python python -i app.py', 'repl'],
    ['docker exec -it graph cypher-shell -u neo4j -p secret', 'repl'],
    ['docker exec -it metrics influx -host metrics -database boats', 'repl'],
    ['docker exec -it metrics influx v1 shell', 'repl'],
    ['docker exec -it db sqlplus / as sysdba', 'repl'],
    ['docker exec -it db /opt/mssql-tools18/bin/sqlcmd -S localhost -U sa -P secret -C', 'repl'],
    ['docker exec -it db clickhouse-client --user ada --password secret', 'repl'],
    ['docker exec -it db sqlite3 -header -column boats.db', 'repl'],
  ])('%s: a %s', (command, room) => {
    expect(first(command).trait).toMatchObject({ kind: 'opens', room });
  });

  it.each([
    'docker run -it node node -v',
    "docker run -it node node -p '1 + 1'",
    'docker run -it python python --version',
    'docker run -it python python -c "print(1)"',
    'docker run -it python python app.py',
    'docker exec -it db psql -U postgres -h db -c "SELECT 1"',
    "docker exec -it db psql -U postgres -tAc 'SELECT 1'",
    'docker exec -it db psql -l',
    'docker exec -it cache redis-cli ping',
    'docker exec -it cache redis-cli -h cache -p 6379 get boat',
    'docker exec -it db mysql -uroot -p -e "SHOW TABLES"',
    'docker exec -it db mysql -uroot -psecret -Ne "SHOW TABLES"',
    'docker exec -it db mongosh --quiet --eval "db.boats.find()"',
    'docker compose exec web python manage.py migrate',
    'docker exec -it graph cypher-shell -u neo4j -p secret "MATCH (n) RETURN n"',
    'docker exec -it metrics influx ping',
    'docker exec -it metrics influx version',
    'docker exec -it metrics influx bucket list',
    'docker exec -it db sqlplus -v',
    'docker exec -it db sqlcmd -?',
    'docker exec -it db sqlcmd -S localhost -U sa -Q "SELECT 1"',
    'docker exec -it db clickhouse-client -q "SELECT 1"',
    'docker run -it duckdb duckdb boats.db "SELECT 1"',
    'docker compose exec web rails db:migrate',
    'docker compose exec -T web bash',
    'docker exec -it db psql -U postgres < dump.sql',
    'docker run -it --entrypoint ls nginx -l',
  ])('%s: none, it ends by itself', (command) => {
    expect(first(command).trait).toEqual({ kind: 'plain' });
  });
});

describe('a command that goes on for ever', () => {
  it.each([
    'docker exec web tail -f /var/log/nginx/access.log',
    'docker compose exec web tail -f log | cat',
    'docker logs -f web | grep error',
    'docker logs -f web 2>&1 | tee log',
    'cd app && docker compose up | cat',
    'docker run --rm --entrypoint tail busybox -f /dev/null',
    "docker logs -f web | awk '/seq/ {print $1}'",
    "docker logs -f web | sed 's/q b/x/'",
    "docker logs -f web | sed -u 's/a;q/x/' -e 's/x/q/'",
    "docker logs -f web | sed '$q'",
    'docker logs -f web | awk \'/exit/ {print "exit"}\'',
    "docker logs -f web | awk '{n++} END {exit n}'",
  ])('keeps the terminal: %s', (command) => {
    expect(first(command).trait.kind).toBe('foreground');
  });

  it.each([
    'docker logs -f web | head -3',
    'docker logs -f web | grep -m1 ready',
    "docker logs -f web | sed '/ready/q'",
    'docker logs -f web | sed 3q',
    "docker logs -f web | sed -n -e '/ready/{p;q}'",
    "docker logs -f web | sed 's/a/b/;/quay/ q 1'",
    "docker logs -f web | awk -F : '/ready/ {print; exit}'",
    'docker logs -f web | grep -q ready && echo ready',
    'docker exec -d web tail -f /dev/null',
    'timeout 5 docker logs -f web',
    'docker compose up | cat && docker ps',
  ])('does not where something ends it: %s', (command) => {
    expect(first(command).trait.kind).toBe('plain');
  });
});

describe('Docker behind what opens a shell in a container', () => {
  it('is typed outside, and a finding says that nothing left it', () => {
    const { blocks, findings } = plan(bash('docker exec -it web bash', 'ls', 'docker ps', 'ls'));
    expect(blocks[0]).toMatchObject({ commands: [{}, { depth: 1 }, { source: 'docker ps' }, {}] });
    expect(blocks[0]).not.toMatchObject({ commands: [{}, {}, { depth: 1 }, {}] });
    expect(findings).toMatchObject([{ code: 'room-not-left', place: { line: 4 } }]);
  });

  it('is typed inside a root shell, and where the container has the engine’s socket', () => {
    for (const opener of ['sudo -i', 'docker run -it -v /var/run/docker.sock:/var/run/docker.sock docker sh'])
      expect(plan(bash(opener, 'docker ps', 'exit'))).toMatchObject({
        blocks: [{ commands: [{}, { depth: 1 }, { depth: 1 }] }],
        findings: [],
      });
  });
});

describe('a block below a console', () => {
  const below = (opener: string, ...rest: string[]) =>
    plan(bash(opener), ...rest)
      .blocks.slice(1)
      .map(({ kind }) => kind);

  it.each([
    ['docker exec -it db psql -U postgres', 'SELECT 1;', ' ?column?\n----------\n        1\n(1 row)'],
    ['docker exec -it db psql -U postgres', 'INSERT INTO boats VALUES (1);', 'INSERT 0 1'],
    ['docker exec -it db mysql -p', 'USE boats', 'Database changed'],
    ['docker exec -it cache redis-cli', 'SET boat red', 'OK'],
    ['docker run -it python', 'x = 3\nx', '3'],
    ['docker exec -it db mongosh', 'use boats', 'switched to db boats'],
  ])('is what it prints where it looks like that: %s, %s', (opener, typed, printed) => {
    expect(below(opener, plain(typed), plain(printed))).toEqual(['inside', 'output']);
  });

  it.each([
    ['docker run -it duckdb duckdb', 'sql', 'SELECT 1;', 'inside'],
    ['docker exec -it db clickhouse-client', 'sql', 'SELECT 1;', 'inside'],
    ['docker exec -it db cqlsh', 'sql', 'SELECT now() FROM boats;', 'inside'],
    ['docker exec -it db usql postgres://db', 'sql', 'SELECT 1;', 'inside'],
    ['docker run -it --network mysql-net redis redis-cli', 'sql', 'SELECT 1;', 'text'],
    ['docker run -it python', 'js', 'let a = 1', 'text'],
  ])('is typed where its tag is that of the program: %s, %s', (opener, tag, typed, kind) => {
    expect(below(opener, `\`\`\`${tag}\n${typed}\n\`\`\``)).toEqual([kind]);
  });

  it('is one statement over two lines for every program that reads SQL', () => {
    const { blocks } = plan(bash('docker run -it duckdb duckdb'), plain('SELECT 1', '  AS boats;'));
    expect(blocks[1]).toMatchObject({ commands: [{ source: 'SELECT 1\n  AS boats;' }] });
  });

  it('is what it prints where a sentence says so, and is typed where it is plainly a statement', () => {
    const opener = 'docker run -it python';
    expect(below(opener, plain('print("hi")'), 'This prints:', plain('hi'))).toEqual(['inside', 'output']);
    expect(below(opener, 'This prints a greeting:', plain('print("hi")'))).toEqual(['inside']);
    expect(below('docker exec -it cache redis-cli', plain('SET a 1'), plain('GET a'))).toEqual([
      'inside',
      'inside',
    ]);
  });

  it('is no lost screen although it leaves the program', () => {
    const { findings } = plan(
      bash('docker exec -it db psql'),
      plain('postgres=# SELECT 1;', 'postgres=# \\q'),
    );
    expect(findings.map(({ code }) => code)).not.toContain('room-not-opened');
  });
});

describe('who turns to a container that the page has named', () => {
  const turning = (made: string, command: string) => {
    const block = plan(bash(made), bash(command)).blocks.at(-1)!;
    return 'commands' in block ? block.commands.at(-1)!.trait : null;
  };

  it.each([
    ['docker run -dit --name box alpine ash', 'docker attach box', { kind: 'opens', room: 'shell' }],
    ['docker run -it --name box debian bash', 'docker start -ai box', { kind: 'opens', room: 'shell' }],
    ['docker run -dit --name box python', 'docker attach box', { kind: 'opens', room: 'repl' }],
    ['docker run -d --name web nginx', 'docker attach web', { kind: 'foreground' }],
    ['docker run -dit --name web nginx', 'docker attach web', { kind: 'foreground' }],
    ['docker create --name hello hello-world', 'docker start -ai hello', { kind: 'plain' }],
    ['docker run -d --name web nginx', 'docker start web', { kind: 'plain' }],
    ['docker run -dit --name own my-image', 'docker attach own', { kind: 'opens', room: 'shell' }],
  ])('%s, then %s', (made, command, trait) => {
    expect(turning(made, command)).toMatchObject(trait);
  });
});

describe('a room that a page leaves without a word', () => {
  const page = (said: string): string =>
    `\`\`\`bash\ndocker exec -it web bash\n\`\`\`\n\n${said}\n\n\`\`\`bash\ndocker stop web\n\`\`\`\n`;
  const found = (said: string) =>
    makePlan({ path: 'post.md', source: page(said) }).findings.filter(({ code }) => code === 'room-not-left');

  it('is a finding at what is typed outside', () => {
    expect(found('Now stop it.')).toMatchObject([{ place: { line: 7 } }]);
  });

  it.each([
    'Type exit first.',
    'Press Ctrl-D.',
    'In another terminal, stop it.',
    'Back on your own computer:',
  ])('is none where the text leads out: “%s”', (said) => {
    expect(found(said)).toEqual([]);
  });
});

describe('a shell in a container', () => {
  const terminalOf = (said: string) => {
    const { blocks } = plan(bash('docker run -d --name web nginx'), said, bash('docker exec -it web sh'));
    const block = blocks.at(-1)!;
    return 'commands' in block ? (block.commands[0]!.terminal ?? 1) : null;
  };

  it.each([
    ['We create a new interactive shell running on our `web` container:', 1],
    ['Open a new shell on the container:', 1],
    ['In a second terminal, open a shell:', 2],
    ['Open a new terminal. There, look at the container:', 2],
  ])('is no other terminal of the reader’s: “%s”', (said, terminal) => {
    expect(terminalOf(said)).toBe(terminal);
  });
});

describe('an image that the page builds', () => {
  const running = (...dockerfiles: string[]) => {
    const files = dockerfiles.map((text) => `\`\`\`dockerfile\n${text}\n\`\`\``);
    const block = plan(...files, bash('docker build -t boats .'), bash('docker run -it boats')).blocks.at(
      -1,
    )!;
    return 'commands' in block ? block.commands[0]!.trait : null;
  };

  it.each([
    ['FROM debian\nRUN touch ada', { kind: 'opens', room: 'shell' }],
    ['FROM debian\nCMD ["bash"]', { kind: 'opens', room: 'shell' }],
    ['FROM node\nENTRYPOINT ["node"]', { kind: 'opens', room: 'repl' }],
    ['FROM python\nCMD python', { kind: 'opens', room: 'repl' }],
    ['FROM debian\nCMD ["bash"]\nCMD ["ls", "-l"]', { kind: 'plain' }],
    ['FROM python\nENTRYPOINT ["python", "app.py"]', { kind: 'plain' }],
    ['FROM my-base', { kind: 'plain' }],
  ])('opens what its Dockerfile says: %j', (dockerfile, trait) => {
    expect(running(dockerfile)).toMatchObject(trait);
  });

  it('is not known where there are two that differ', () => {
    expect(running('FROM debian', 'FROM debian\nCMD ["ls"]')).toEqual({ kind: 'plain' });
  });
});

describe('a screen of a console', () => {
  const typed = (opener: string, ...screen: string[]) => {
    const block = plan(bash(opener), plain(...screen)).blocks.at(-1)!;
    return 'commands' in block ? block.commands.map(({ source }) => source) : block.kind;
  };

  it('shows commands behind a mere `>` where the program asks so', () => {
    expect(typed('docker run -it node', '> const a = 4', 'undefined', '> a', '4', '> .exit')).toEqual([
      'const a = 4',
      'a',
      '.exit',
    ]);
  });

  it('shows commands behind a prompt that names another database from line to line', () => {
    const screen = [
      'test> use boats',
      'switched to db boats',
      'boats> db.a.insertOne({',
      '...   x: 1',
      '... })',
    ];
    expect(typed('docker exec -it db mongosh', ...screen, '{ acknowledged: true }', 'boats> exit')).toEqual([
      'use boats',
      'db.a.insertOne({\n  x: 1\n})',
      'exit',
    ]);
  });

  it('goes on behind the prompt that asks for the rest', () => {
    expect(
      typed('docker exec -it db psql', 'boats=# SELECT *', 'boats-# FROM quay;', ' name', 'boats=# \\q'),
    ).toEqual(['SELECT *\nFROM quay;', '\\q']);
    expect(typed('docker exec -it db mysql', 'mysql> SELECT *', '    -> FROM quay;', 'mysql> exit')).toEqual([
      'SELECT *\nFROM quay;',
      'exit',
    ]);
  });
});
