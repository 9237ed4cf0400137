import { describe, expect, it } from 'vitest';
import { replError } from '../../../src/run/judge/repl-error.ts';

const traceback = 'Traceback (most recent call last):\r\n  File "<stdin>", line 1, in <module>\r\n';

describe('replError', () => {
  it.each([
    ['postgres=# ', 'psql:init.sql:3: ERROR:  relation "ships" does not exist\r\n', /relation/],
    ['postgres=# ', 'invalid command \\dtt\r\nTry \\? for help.\r\n', /dtt/],
    ['harbour=> ', 'Did not find any relation named "ships".\r\n', /ships/],
    ['harbour=> ', 'ERROR:  relation "ships" does not exist\r\nLINE 1: SELECT\r\n', /ERROR/],
    ['mysql> ', "ERROR 1146 (42S02): Table 'a.b' doesn't exist\r\n", /1146/],
    ['MariaDB [(none)]> ', 'ERROR 1049 (42000): Unknown database\r\n', /1049/],
    ['MariaDB [(none)]> ', '\u0007\u001b(B\u001b[0;1mERROR 1046 (3D000): No database selected\r\n', /1046/],
    ['sqlite> ', 'Parse error: no such table: ships\r\n  SELECT * FROM ships\r\n', /Parse/],
    ['sqlite> ', 'Runtime error: UNIQUE constraint failed (19)\r\n', /Runtime/],
    ['127.0.0.1:6379> ', "(error) ERR unknown command 'GTE'\r\n", /GTE/],
    ['>>> ', `${traceback}NameError: name 'x' is not defined\r\n`, /NameError/],
    [
      '>>> ',
      '\u001b[35mTraceback (most recent call last):\u001b[0m\r\n\u001b[1;35mKeyError\u001b[0m: 1\r\n',
      /KeyError/,
    ],
    ['>>> ', '  File "<stdin>", line 1\r\n    a b\r\n      ^\r\nSyntaxError: invalid syntax\r\n', /Syntax/],
    ['> ', 'Uncaught ReferenceError: x is not defined\r\n', /Uncaught/],
    ['test> ', 'MongoServerError[Unauthorized]: not allowed\r\n', /Unauthorized/],
    ['irb(main):001> ', "(irb):1:in '<main>': undefined local variable 'x' (NameError)\r\n", /NameError/],
  ])('%s%s', (prompt, answer, error) => expect(replError(prompt, answer)).toMatch(error));

  it.each([
    ['>>> ', 'Error handling works\r\n'],
    ['>>> ', "ValueError('x')\r\n"],
    ['>>> ', 'ERROR: as asked for\r\n'],
    ['> ', 'Error: as asked for\r\nundefined\r\n'],
    ['postgres=# ', ' message \r\n---------\r\n ERROR: none\r\n(1 row)\r\n'],
    ['mysql> ', '+---+\r\n| ERROR 1 |\r\n+---+\r\n'],
    ['127.0.0.1:6379> ', '"(error) as kept"\r\n'],
  ])('not %s%s', (prompt, answer) => expect(replError(prompt, answer)).toBe(null));
});
