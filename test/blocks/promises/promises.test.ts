import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

type Found = string[];

function block(command: string): string {
  return `\`\`\`bash\n${command}\n\`\`\`\n`;
}

// What is expected of each command of a page, in short.
function expected(...parts: string[]): Found[] {
  const { blocks } = makePlan({ path: 'post.md', source: parts.join('\n\n') });
  return blocks
    .flatMap((one) => ('commands' in one ? one.commands : []))
    .map((command) =>
      command.expectations.map((one) => {
        if (one.kind === 'words') return `words ${one.words.join(', ')}`;
        if (one.kind === 'absent') return `absent ${one.words.join(', ')}`.trim();
        return one.kind === 'http' ? `http ${one.url} ${one.words.join(', ')}`.trim() : one.kind;
      }),
    );
}

function below(sentence: string, command = 'docker ps'): Found {
  return expected(block(command), sentence)[0]!;
}

describe('a page is promised to answer', () => {
  it.each([
    ['Visit http://localhost:8080 now.', 'http http://localhost:8080'],
    ['Open `localhost:8080` in your browser.', 'http http://localhost:8080'],
    ['Go to localhost:8080.', 'http http://localhost:8080'],
    ['The server is available at http://localhost:8080.', 'http http://localhost:8080'],
    ['Visit http://localhost:8080, then stop the container.', 'http http://localhost:8080'],
    ['View the site at http://localhost:8080.', 'http http://localhost:8080'],
    ["Open http://localhost:8080 (reload it if you don't see anything).", 'http http://localhost:8080'],
    ["Open http://localhost:8080; if it doesn't load, wait a little.", 'http http://localhost:8080'],
    [
      'Open http://localhost:8080.\n\nYou should see the **Ahoy there!** page.',
      'http http://localhost:8080 Ahoy there!',
    ],
    ['Open http://localhost:8080.\n\nYou should see the **default** page.', 'http http://localhost:8080'],
    ['Open http://localhost:8080.\n\nYou should see `two` on the page.', 'http http://localhost:8080 two'],
    [
      'Open http://localhost:8080.\n\nYou should see `two` in your browser.',
      'http http://localhost:8080 two',
    ],
    ['Nothing is left to do but to wait. Open http://localhost:8080.', 'http http://localhost:8080'],
  ])('by “%s”', (sentence, found) => {
    expect(below(sentence)).toEqual([found]);
  });

  it('by a sentence whose next paragraph is about another page', () => {
    const sentence =
      'Open http://localhost:8080.\n\nYou will find `alpine` and `perl` on the tags page of the image.';
    expect(below(sentence)).toEqual(['http http://localhost:8080', 'unchecked']);
  });

  it.each([
    "At this point you can't open http://localhost:6379 yet.",
    'Opening http://localhost:8080 no longer works now.',
    'Opening http://localhost:8080 gives an error.',
    "Open http://localhost:8080 and you don't see the page any more.",
    'Before you open http://localhost:8080, wait a little.',
    "Once you've started the app, open http://localhost:8080.",
    'Open http://localhost:8080 again. It does not answer any more.',
    'The database is running at `localhost:5432`.',
    'The API is available at localhost:8000.',
    'In this step you start the API, which will be available at http://localhost:3000.',
  ])('not for sure by “%s”', (sentence) => {
    expect(below(sentence)).toEqual(['unchecked']);
  });

  it.each(['The cache is available at redis://localhost:6379.', 'MySQL at localhost:3306 has no password.'])(
    'not at all by “%s”',
    (sentence) => {
      expect(below(sentence)).toEqual([]);
    },
  );
});

describe('words are promised', () => {
  it.each([
    ['You should see `two`.', 'words two'],
    ['It should print **hello**.', 'words hello'],
    ['You should see the container with the status **Up**.', 'words Up'],
    ['You should see **Up** containers.', 'words Up'],
    ['You should see `OK`, otherwise check `docker-compose.yml`.', 'words OK'],
    ['Note: the container, named web, should be listed there.', 'words web'],
    ['The `web` container should now be shown.', 'words web'],
    ['The `web` container will be listed in the output, too.', 'words web'],
    ['You should see `web` as defined in `compose.yaml`.', 'words web'],
    ['You should see `index.html`.', 'words index.html'],
    ['You should see the column `CONTAINER ID`.', 'words CONTAINER ID'],
    ['You should see `web` and `db` with the status `Up`.', 'words web, db, Up'],
    ['You should see `one` and then `two`.', 'words one, two'],
    ['You should see “one”, and then “two”.', 'words one, two'],
    ['You should see `one` and then stop `two`.', 'words one'],
    ['You should see `80/tcp -> 0.0.0.0:8080`.', 'words 80/tcp -> 0.0.0.0:8080'],
    ['You should see `tmpfs` in its line: nothing of that reaches the disk.', 'words tmpfs'],
    ['You should see `web`, because nothing has removed it.', 'words web'],
    ['You should see `Next port: Bergen`.', 'words Next port: Bergen'],
    ['You should see `nothing to do` and `no error`.', 'words nothing to do, no error'],
    ['You should see “It looks like rain”.', 'words It looks like rain'],
    ["You should see both of `web`. `latest` is a tag that doesn't move.", 'words web'],
  ])('by “%s”', (sentence, found) => {
    expect(below(sentence)).toEqual([found]);
  });

  it.each([
    'You should now see **two** containers.',
    'You should see **all** containers (`-a`).',
    'You should see the contents of `index.html`.',
    'You should see a **new** volume.',
    'You should see the `network ID`.',
    'You should see the container that is named with `--name`.',
    'The file contains `hi there`.',
    'Running `docker ps` again prints nothing.',
    'It should exit with code 137.',
    'The image is about 5 MB.',
    'The container named `old` should be listed only if you did part one.',
    'The image `nginx` will be shown in the sidebar.',
    'Two lines with `web` will be shown once you finish part two.',
    'Once you finish part two, the container `web` should be listed.',
    'The output is `hello` as often as you like.',
    'You should see: nothing of `web` is left.',
  ])('not for sure by “%s”', (sentence) => {
    expect(below(sentence)).toEqual(['unchecked']);
  });

  it.each([
    'The command lists running containers.',
    'In the logs of `web`, a message of the server should be shown.',
    'After `exit`, the prompt of the host will be shown.',
    'This is the `web` container of before.',
    'The option `-a` is for all of them.',
  ])('not at all by “%s”', (sentence) => {
    expect(below(sentence)).toEqual([]);
  });
});

describe('a promise in front of a block', () => {
  it.each([
    [
      'Now run the container and visit http://localhost:8080 in your browser:',
      'docker run -d -p 8080:80 nginx',
      [[], ['http http://localhost:8080']],
    ],
    [
      "Let's look at the running containers. You should see `web` and `db`.",
      'docker compose ps',
      [[], ['words web, db']],
    ],
    ['`docker ps` shows one container named `wob`:', 'docker ps', [[], ['words wob']]],
    ['The output is `hello`:', 'echo hello', [[], ['words hello']]],
    ['Start it. You should see `web`:', 'docker run -d --name web nginx', [[], ['unchecked']]],
  ])('is the block’s in “%s”', (sentence, command, found) => {
    expect(expected(block('mkdir app && cd app'), sentence, block(command))).toEqual(found);
  });

  it.each([
    ['You should see `web`. Now stop it:', 'words web'],
    ['Open http://localhost:8080 in your browser, or run:', 'http http://localhost:8080'],
    ['Open http://localhost:8080. Then stop the container:', 'http http://localhost:8080'],
  ])('is that of the block above in “%s”', (sentence, found) => {
    expect(expected(block('docker ps'), sentence, block('docker stop web'))).toEqual([[found], []]);
  });

  it('is held where the prose only says what another command would do', () => {
    const would = 'With the name of a service, `docker compose stop web` would stop only that one.';
    const asked = 'Now stop it with `docker compose stop web`.';
    const seen = 'You should see `Up` again.';
    expect(below(`${would}\n\n${seen}`, 'docker compose ps')).toEqual(['words Up']);
    expect(below(`${asked} ${seen}`, 'docker compose ps')).toEqual(['unchecked']);
  });

  it('is unchecked where it may be about either', () => {
    const found = expected(
      block('docker ps'),
      'Start the next one. The site is available at http://localhost:8080 now.',
      block('docker run -d -p 8080:80 nginx'),
    );
    expect(found).toEqual([['unchecked'], []]);
  });
});

describe('a sentence right below a command that states nothing but what is printed', () => {
  const command = `docker run --rm busybox sh -c 'echo "$GREETING"'`;

  it.each([
    'This prints `hello world`.',
    'It should now just print "hello world".',
    'The output is `hello world`.',
    'Now the command says “hello world”.',
    'The command outputs the line `hello world`:',
  ])('is held: “%s”', (sentence) => {
    expect(below(sentence, command)).toEqual(['words hello world']);
  });

  it.each([
    'This prints `hello world` and a list of what else is there.',
    'It returns `0`.',
    'The output is `172.17.0.2`.',
    'It would print `hello world`.',
    'This prints `hello world` or `good bye`.',
  ])('is not held where it says more, or something that varies: “%s”', (sentence) => {
    expect(below(sentence, command).filter((one) => one.startsWith('words'))).toEqual([]);
  });

  it.each([
    ['This prints `hello world`.', true],
    ['The output is `hello`.', true],
    ['This shows `hello world`.', false],
    ['This prints `hello` and `world`.', false],
    ['This prints one line `hello`.', false],
  ])('is all of it where the sentence says so: “%s”', (sentence, isWhole) => {
    const { blocks } = makePlan({ path: 'post.md', source: `${block(command)}\n${sentence}` });
    const first = blocks.flatMap((one) => ('commands' in one ? one.commands : []))[0];
    expect(first?.expectations).toMatchObject([{ kind: 'words' }]);
    expect('isWhole' in first!.expectations[0]!).toBe(isWhole);
  });

  it('is not held where something stands between', () => {
    expect(expected(block(command), 'Think of a greeting.\n\nThis prints `hello world`.')[0]).toEqual([
      'unchecked',
    ]);
  });
});

describe('what is seen and what is not, in one sentence,', () => {
  it.each([
    ['You should see `web`, but no `db`.', ['words web', 'absent db']],
    ['You should see `web` and not `db` any more.', ['words web', 'absent db']],
    ['You should see `web` and no longer “(Paused)”.', ['words web', 'absent (Paused)']],
    ['You should see `web`, but no containers of others.', ['words web', 'unchecked']],
    ['You should see `CACHED` beside the first step, but not beside `COPY`.', ['words CACHED', 'unchecked']],
  ])('is held apart: “%s”', (sentence, found) => {
    expect(below(sentence)).toEqual(found);
  });

  it.each([
    'You should see `web`, but not until a minute later.',
    'You should see not only `web` but `db`.',
    'You should see that `web` is up and not that `db` is.',
    'If you see `web` and no `db`, wait.',
  ])('is not held for sure: “%s”', (sentence) => {
    expect(below(sentence).filter((one) => one !== 'unchecked')).toEqual([]);
  });
});

describe('what is said not to be seen', () => {
  it.each([
    ["You won't see `web` any more.", 'absent web'],
    ['You should no longer see `web` in the list.', 'absent web'],
    ['You should not see “(Paused)” now.', 'absent (Paused)'],
    ['You should see no containers.', 'absent'],
    ['No running containers are listed.', 'absent'],
    ['No containers are running.', 'absent'],
    ['The list is now empty.', 'absent'],
    ['This prints nothing.', 'absent'],
  ])('is held: “%s”', (sentence, found) => {
    expect(below(sentence)).toEqual([found]);
  });

  it.each([
    'You should not see `web` until you add `-a`.',
    'You will not see `web` but `db`.',
    "You won't see the new container.",
    'You should see no containers named `web`.',
    'Running `docker ps` again prints nothing.',
    'If you see no containers, start one.',
    'You should see no images.',
    "You won't see `web` in your project folder.",
    'You do not find `web` on a Mac.',
  ])('is not held for sure: “%s”', (sentence) => {
    expect(below(sentence).filter((one) => one.startsWith('absent'))).toEqual([]);
  });
});

it('is not kept from being read by a command that only readers in trouble type', () => {
  const trouble = 'If the port is already in use, run `docker rm -f web` first.';
  const promise = 'You should see `web` with the status `Up`.';
  expect(expected(block('docker run -d -p 80:80 --name web nginx'), `${trouble}\n\n${promise}`)[0]).toEqual([
    'words web, Up',
  ]);
  const led = 'If it is missing, look with `docker logs web`. The output shows the reason:';
  expect(expected(block('docker ps'), led, '```text\nready\n```')[0]).toEqual([]);
  const asked = 'If you run `docker ps` now, it is not empty.';
  expect(expected(block('docker volume create web'), `${asked}\n\n${promise}`)[0]).toEqual(['unchecked']);
});

describe('whose output a sentence is about', () => {
  it('where the one before it ends with what is shown as code', () => {
    const sentence = 'You should see `Ahoy! You are visitor 2.` The container is shown by `inspect`, too:';
    const found = expected(block('curl localhost:8080'), sentence, block('docker network inspect harbour'));
    expect(found).toEqual([['words Ahoy! You are visitor 2.'], []]);
  });

  it('where code ends with a dot that belongs to the command', () => {
    const sentence = 'With `docker build .` Docker reads the file, and you should see `FINISHED`.';
    expect(below(sentence, 'docker build .')).toEqual(['words FINISHED']);
  });

  it.each([
    ['docker stop web', 'No containers are running.'],
    ['docker ps -a', 'No containers are running.'],
    ['docker ps --filter name=web', 'You should see no containers.'],
  ])('is not sure below `%s`: “%s”', (command, sentence) => {
    expect(below(sentence, command).filter((one) => one.startsWith('absent'))).toEqual([]);
  });

  it('is not the last command where other code stands between', () => {
    const code = '```python\nprint("bye")\n```';
    expect(expected(block('docker build -t app .'), code, 'This prints `bye`.')[0]).toEqual(['unchecked']);
  });
});

describe('a text that no command above it can print', () => {
  const start = block('docker run -d --name web nginx');

  it('is held against what was printed: the command that would print it is missing', () => {
    expect(expected('Start it anew:', start, 'You should see `Welcome to nginx!`.')).toEqual([
      ['words Welcome to nginx!'],
    ]);
  });

  it.each([
    ['a page above', 'Start it, and open it in the browser:', start, 'You should see `Welcome to nginx!`.'],
    ['a port above', 'Start it on port 8080:', start, 'You should see `Welcome to nginx!`.'],
    ['a page behind it', 'Start it:', start, 'You should see `Welcome to nginx!`. Reload the page.'],
    [
      'a page in the block',
      block('docker run -d nginx # http://localhost'),
      'You should see `Welcome to nginx!`.',
    ],
    ['other sentences between', start, 'Look at it. You should see `Welcome to nginx!`.'],
    ['a name rather than a text', start, 'You should see `web`.'],
  ])('is only listed where the prose leads elsewhere: %s', (_, ...parts) => {
    expect(expected(...parts)).toEqual([['unchecked']]);
  });
});
