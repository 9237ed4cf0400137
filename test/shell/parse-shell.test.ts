import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShell } from '../../src/shell/parse-shell.ts';
import { wordsOf } from '../../src/shell/words-of.ts';
import { anyText } from '../helpers/any-text.ts';

function sources(text: string): string[] {
  return parseShell(text).statements.map(({ start, end }) => text.slice(start, end));
}

/** Shell text made of the pieces that decide where a statement ends. */
const shellLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'docker ps',
        'echo',
        '"a b"',
        "'it",
        '$(ls)',
        '`x`',
        '<<EOF',
        'EOF',
        '\n',
        ' ',
        ';',
        '&',
        '&&',
        '|',
        '#',
        '\\\n',
      ),
      fc.constantFrom(
        'if',
        'then',
        'fi',
        'for i in a',
        'do',
        'done',
        '(',
        ')',
        '{',
        '}',
        '<id>',
        '[OPTIONS]',
        '${A',
        '$((1',
        '>',
        '<',
        '$ ',
        '🐳',
      ),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(' '));

describe('parseShell cuts text into statements', () => {
  test.each([
    ['one a line', 'ls\npwd', ['ls', 'pwd']],
    ['at a semicolon', 'cd app; ls', ['cd app', 'ls']],
    ['a list of commands is one', 'make && ./run || echo no', ['make && ./run || echo no']],
    ['a pipeline is one', 'docker ps | wc -l', ['docker ps | wc -l']],
    ['what goes on behind a background job is one', 'sleep 9 & echo up', ['sleep 9 & echo up']],
    [
      'lines after a backslash belong to it',
      'docker run \\\n  -d nginx\nls',
      ['docker run \\\n  -d nginx', 'ls'],
    ],
    [
      'a here-document to its closing line',
      'cat > a <<EOF\nx; y\nEOF\nls',
      ['cat > a <<EOF\nx; y\nEOF', 'ls'],
    ],
    [
      'what stands behind a here-document on its line',
      'cat <<E; ls\nx\nE\npwd',
      ['cat <<E; ls\nx\nE', 'pwd'],
    ],
    ['a loop is one', 'for i in 1 2; do echo $i; done', ['for i in 1 2; do echo $i; done']],
    ['comments belong to none', '# first\nls # second', ['ls']],
  ])('%s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected);
  });

  test('a placeholder between dollars is no number of a process', () => {
    const { statements, placeholders } = parseShell('docker tag web $$hub_user$$/web');
    expect(statements[0]!.commands[0]!.words.map((word) => word.text).at(-1)).toBe('$$hub_user$$/web');
    expect(placeholders.map((one) => one.text)).toEqual(['$$hub_user$$']);
  });

  test('a placeholder in angle brackets is no redirection', () => {
    const { statements, error, placeholders } = parseShell('docker exec -it <container id> /bin/sh');
    expect(error).toBeNull();
    expect(placeholders.map((one) => one.text)).toEqual(['<container id>']);
    expect(statements[0]!.commands[0]!.words.map((word) => word.text)).toEqual([
      'docker',
      'exec',
      '-it',
      '<container id>',
      '/bin/sh',
    ]);
  });

  test.each([
    'sort < in.txt > out.txt',
    'cat <in.txt >out.txt',
    'cat <<EOF\n<id>\nEOF',
    'diff <(ls a) <(ls b)',
    "psql -c 'SELECT $$text$$'",
    'echo $$ $$',
    'touch /tmp/log.$$.txt',
  ])('a real redirection is no placeholder: %s', (text) => {
    expect(parseShell(text).placeholders).toEqual([]);
  });

  test('words have no quotes and keep their place', () => {
    const [words] = wordsOf('echo "a b" c');
    expect(words).toEqual([
      { text: 'echo', start: 0, end: 4 },
      { text: 'a b', start: 5, end: 10 },
      { text: 'c', start: 11, end: 12 },
    ]);
  });

  test('comments know their text and whether they have a line of their own', () => {
    expect(parseShell('# one\nls "#2" # three').comments).toMatchObject([
      { text: 'one', ownLine: true },
      { text: 'three', ownLine: false },
    ]);
  });

  test.each([
    ['an open quote', 'echo "abc', 5],
    ['an open substitution', 'echo $(ls', 5],
    ['a here-document without end', 'ls\ncat <<EOF\nabc', 7],
    ['a stray parenthesis', 'ls )', 3],
  ])('%s is an error at its place', (_, text, offset) => {
    expect(parseShell(text).error?.offset).toBe(offset);
  });
});

describe('whatever the text', () => {
  test.each(['$(', '(', '"$(', '{ ', '`', '<(', '$((', '[A ', '<A '])(
    'deep nesting of %s is survived',
    (piece) => {
      expect(parseShell(piece.repeat(5000)).statements.length).toBeLessThanOrEqual(5000);
    },
  );

  test('nesting that no stack can follow is an error like any other', () => {
    expect(parseShell('$('.repeat(5000)).error).not.toBeNull();
  });

  test('statements are in range, in order and apart, and comments lie outside of words', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), shellLike), (text) => {
        const { statements, comments } = parseShell(text);
        let last = 0;
        for (const { start, end, commands } of statements) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const word of commands.flatMap((command) => command.words))
            expect(word.end).toBeLessThanOrEqual(text.length);
          last = end;
        }
        for (const comment of comments) expect(text[comment.start]).toBe('#');
      }),
      { numRuns: 400 },
    );
  });

  test('a statement of text that parses parses again on its own, as one statement', () => {
    fc.assert(
      fc.property(shellLike, (text) => {
        const parsed = parseShell(text);
        fc.pre(parsed.error === null);
        for (const { start, end } of parsed.statements) {
          const again = parseShell(text.slice(start, end));
          expect(again.error).toBeNull();
          expect(again.statements).toHaveLength(1);
        }
      }),
      { numRuns: 400 },
    );
  });
});
