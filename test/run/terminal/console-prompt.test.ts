import { describe, expect, it, test } from 'vitest';
import {
  asksForRest,
  consoleKeys,
  isSamePrompt,
  withoutEcho,
} from '../../../src/run/terminal/console-prompt.ts';
import { promptAtEnd } from '../../../src/run/terminal/marks.ts';

describe('the prompt of a console', () => {
  it.each([
    ['MariaDB [boats]> ', 'MariaDB [(none)]> '],
    ['boats=# ', 'postgres=# '],
    ['boats=*# ', 'boats=# '],
    ['In [2]: ', 'In [1]: '],
    ['irb(main):002:0> ', 'irb(main):001:0> '],
    ['127.0.0.1:6379[1]> ', '127.0.0.1:6379> '],
    ['quay> ', 'test> '],
  ])('may change: %s after %s', (now, before) => {
    expect(isSamePrompt(now, before)).toBe(true);
  });

  it.each([
    ['boats-# ', 'boats=# '],
    ['    -> ', 'mysql> '],
    ['   ...: ', 'In [1]: '],
    ['... ', '>>> '],
    ['irb(main):002:0* ', 'irb(main):001:0> '],
    ['   ...> ', 'sqlite> '],
  ])('is another where it asks for the rest: %s after %s', (now, before) => {
    expect(isSamePrompt(now, before)).toBe(false);
    expect(asksForRest(now)).toBe(true);
  });
});

describe('the keys for a console', () => {
  const suite = 'def f():\n\n    return 1';

  it('end a suite of Python with an empty line, and paste it where that can be told', () => {
    expect(consoleKeys(suite, { prompt: '>>> ', pastes: false })).toBe('def f():\r    return 1\r\r');
    expect(consoleKeys(suite, { prompt: '>>> ', pastes: true })).toBe(
      '\x1b[200~def f():\r    return 1\x1b[201~\r\r',
    );
    expect(consoleKeys('f()', { prompt: '>>> ', pastes: true })).toBe('f()\r');
  });

  it('are those of the lines elsewhere', () => {
    expect(consoleKeys('SELECT 1\n;', { prompt: 'boats=# ', pastes: true })).toBe('SELECT 1\r;\r');
  });
});

test('what a console repeats of what was typed is no output of it', () => {
  expect(withoutEcho('SELECT 1\r\nboats-# ;\r\n 1\r\n', 'SELECT 1\n;')).toBe(' 1\r\n');
  expect(withoutEcho('hello\r\n', 'print("hello")')).toBe('hello\r\n');
  expect(withoutEcho('1\r\n1\r\n', '1')).toBe('1\r\n');
});

test('a prompt is what is seen of it, though a console rings the bell and chooses letters and colours', () => {
  const raw = 'ERROR 1046\r\n\x07\x1b(B\x1b[0;7m\x1b(B\x1b[mMariaDB [(none)]> ';
  expect(promptAtEnd(raw, 'repl')).toBe('MariaDB [(none)]> ');
});
