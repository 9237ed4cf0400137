import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasName, hasWord } from '../../../src/run/expect/has-word.ts';
import { checkWords } from '../../../src/run/expect/words.ts';
import type { Printed } from '../../../src/values/circumstances.ts';

const ran = 'docker ps';

function checkPrinted(promised: Parameters<typeof checkWords>[0], output: string, above: Printed[] = []) {
  return checkWords(promised, { ran, output }, above);
}

describe('hasWord', () => {
  it.each([
    ['CONTAINER nginx Up 3 seconds', 'Up'],
    ['hello-world:latest', 'hello-world'],
    ['Welcome  to nginx!', 'welcome to nginx!'],
    ['0.0.0.0:8080->80/tcp', '0.0.0.0:8080'],
    ['Exited (0) 3 seconds ago', 'Exited (0)'],
    ['0.0.0.0:8080->80/tcp', '8080'],
    ['0.0.0.0:8080->80/tcp', '80'],
    ['HTTP/1.1 200 OK', '200'],
    ['There are 2.', '2'],
    ['total 48', '48'],
  ])('finds in “%s” the word “%s”', (text, word) => {
    expect(hasWord(text, word)).toBe(true);
  });

  it.each([
    ['Updated', 'Up'],
    ['Exited (137)', 'Exited (1)'],
    ['', 'x'],
    ['error 0.5', '0'],
    ['10:05:5', '5'],
    ['v1-200', '200'],
  ])('does not find in “%s” the word “%s”', (text, word) => {
    expect(hasWord(text, word)).toBe(false);
  });

  it('finds any word in itself and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((word) => word.trim() === word),
        (word) => hasWord(word, word),
      ),
    );
  });
});

describe('hasName', () => {
  it.each([
    ['b927 Up db', 'db'],
    ['b927 Up shop-db-1', 'db'],
    ['b927 Up shop_db_1', 'db'],
    ['bitnami/nginx:1.25-alpine', 'nginx'],
    ['Up 2 seconds (healthy)', 'healthy'],
    ['0.0.0.0:8080->80/tcp', '8080'],
  ])('finds in “%s” the name “%s”', (text, name) => {
    expect(hasName(text, name)).toBe(true);
  });

  it.each([
    ['b927 Up db-old', 'db'],
    ['b927 Up old-db', 'db'],
    ['b927 Up db.old', 'db'],
    ['Up 2 seconds (unhealthy)', 'healthy'],
  ])('does not find in “%s” the name “%s”', (text, name) => {
    expect(hasName(text, name)).toBe(false);
  });
});

describe('checkWords', () => {
  const output = `CONTAINER ID   STATUS                     NAMES
b927dae64901   Exited (1) 2 seconds ago   db
b927dae64902   Up 2 seconds               web`;
  const check = (sentence: string, ...words: string[]) =>
    checkPrinted({ sentence, words, source: { line: 1 } }, output);

  it('looks in the row that the promise names', () => {
    expect(check('You see that web is "Up".', 'Up')).toMatchObject({ held: true });
    expect(check('You see that db is "Up".', 'Up')).toMatchObject({
      held: false,
      message:
        'the post promises “Up”, which was not printed in the row “b927dae64901 Exited (1) 2 seconds ago db”',
    });
    expect(check('You see db.', 'db', 'Up')).toMatchObject({ held: false });
  });

  it.each([
    ['You see a container that is "Up".', ['Up']],
    ['You see db and web, "Up".', ['Up']],
    ['Of db, look at STATUS.', ['STATUS']],
  ])('looks everywhere for “%s”', (sentence, words) => {
    expect(check(sentence, ...words)).toMatchObject({ held: true });
  });

  it('does not take another container for the one that is promised', () => {
    const old = `CONTAINER ID   STATUS         NAMES
b927dae64901   Up 2 seconds   db-old`;
    const promised = {
      sentence: 'You see db with the status "Up".',
      words: ['db', 'Up'],
      source: { line: 1 },
    };
    expect(checkPrinted(promised, old)).toMatchObject({ held: false });
    expect(checkPrinted({ ...promised, words: ['db'] }, 'db-old\nweb')).toMatchObject({ held: false });
  });

  it('does not hold a number that only something else has', () => {
    const status = (sentence: string) =>
      checkPrinted(
        { sentence, words: ['200'], source: { line: 1 } },
        'HTTP/1.1 404 Not Found\nContent-Length: 200',
      );
    expect(status('It should print 200.')).toMatchObject({ kind: 'unchecked', held: null });
    expect(status('The length should be 200.')).toMatchObject({ held: true });
  });
});

describe('words promised below a block of several commands', () => {
  const promised = (...words: string[]) => ({ sentence: 'You should see it.', words, source: { line: 1 } });
  const above = [{ ran: 'cat note', output: 'fair winds\n' }];

  it('may stand in what any of them has printed', () => {
    expect(checkPrinted(promised('fair winds', 'Bergen'), 'Bergen\n', above).held).toBe(true);
    expect(checkPrinted(promised('foul winds', 'Bergen'), 'Bergen\n', above).held).toBe(false);
  });

  it('are not held by what the same command printed before, unless it has printed one of them again', () => {
    const before = [{ ran, output: 'visitor number 1\n' }];
    expect(checkPrinted(promised('number 1'), 'visitor number 2\n', before).held).toBe(false);
    expect(checkPrinted(promised('number 1', 'number 2'), 'visitor number 2\n', before).held).toBe(true);
  });

  it.each([
    ['a table', 'NAMES   STATUS\nweb     Up 3 seconds\n'],
    ['bare names', 'web\nUp\n'],
  ])('are not held by an earlier listing: %s', (_, output) => {
    expect(checkPrinted(promised('Up'), 'NAMES   STATUS\n', [{ ran: 'docker ps -a', output }]).held).toBe(
      false,
    );
  });
});

describe('words that a build only repeats of its Dockerfile', () => {
  const build = {
    ran: 'docker build -t app .',
    output: `#5 [1/4] FROM docker.io/library/debian
#6 [2/4] WORKDIR /srv
#7 [3/4] COPY app.py .
#8 [4/4] RUN make all
#8 0.312 made it
#9 naming to docker.io/library/app`,
  };
  const classic = { ran: 'docker build .', output: 'Step 2/2 : COPY app.py .\n ---> 1f2e3d4c5b6a' };
  const promised = (word: string, sentence = `You should see ${word}.`) => ({
    sentence,
    words: [word],
    source: { line: 1 },
  });

  it.each([build, classic])('are no result where something was printed after it', (above) => {
    expect(checkPrinted(promised('app.py'), 'main.py\n', [above]).held).toBe(false);
    expect(checkPrinted(promised('app.py'), 'app.py\n', [above]).held).toBe(true);
  });

  it.each([
    ['nothing was printed after it', promised('app.py'), ''],
    ['the sentence speaks of the build', promised('app.py', 'You should see it copy app.py.'), 'main.py'],
    ['they are those of an instruction', promised('COPY app.py'), 'main.py'],
    ['a step has printed them', promised('made it'), 'main.py'],
    ['they name what was built', promised('app'), 'main.py'],
  ])('are held where %s', (_, promise, output) => {
    expect(checkPrinted(promise, output, [build]).held).toBe(true);
  });

  it('are not sure where a RUN holds them, which may have printed them when it was first built', () => {
    expect(checkPrinted(promised('all'), 'main.py', [build])).toMatchObject({
      kind: 'unchecked',
      held: null,
    });
  });
});

describe('a word that is said to be all that is printed', () => {
  const prints = (word: string, output: string) =>
    checkPrinted(
      { sentence: `This prints ${word}.`, words: [word], isWhole: true, source: { line: 1 } },
      output,
    );

  it.each([
    ['/app', '/app\n'],
    ['/app', '/app/\n'],
    ['hello', '"Hello".'],
    ['two words', 'two  words\n'],
    ['hello', 'hello\nworld'],
  ])('is held as %s by %s', (word, output) => {
    expect(prints(word, output)).toMatchObject({ kind: 'words', held: true });
  });

  it.each([
    ['/', '/app'],
    ['/app', '/app/src'],
    ['/app', '/usr/app'],
  ])('is not the path %s where %s is printed', (word, output) => {
    expect(prints(word, output)).toMatchObject({ kind: 'words', held: false });
    const sees = { sentence: `You should see ${word}.`, words: [word], source: { line: 1 } };
    expect(checkPrinted(sees, output)).toMatchObject({ held: false });
    const begins = { ...sees, sentence: `You should see that it begins with ${word}.` };
    expect(checkPrinted(begins, output)).toMatchObject({ held: true });
  });

  it('may be what a command above has printed', () => {
    const promised = { sentence: 'You should see /app.', words: ['/app'], source: { line: 1 } };
    expect(checkPrinted(promised, '/app/src', [{ ran: 'pwd', output: '/app' }]).held).toBe(true);
  });

  it('is unchecked where the line holds more', () => {
    expect(prints('hello', 'hello world')).toMatchObject({ kind: 'unchecked', held: null });
    expect(prints('hello', 'shallow')).toMatchObject({ kind: 'words', held: false });
  });
});
