import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellTokens } from '../../src/shell/shell-tokens.ts';
import { anyText } from '../helpers/any-text.ts';

function shown(text: string): string[] {
  return shellTokens(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

describe('shellTokens colours', () => {
  test.each([
    [
      'docker run -d -p 8080:80 --name x nginx',
      [
        'command docker run',
        'flag -d',
        'flag -p',
        'argument 8080:80',
        'flag --name',
        'argument x',
        'argument nginx',
      ],
    ],
    ['sudo docker compose up', ['command sudo', 'command docker compose up']],
    [
      'echo "a $B" | wc -l # c',
      [
        'command echo',
        'string "a ',
        'variable $B',
        'string "',
        'operator |',
        'command wc',
        'flag -l',
        'comment # c',
      ],
    ],
    [
      'FOO=1 ls > out',
      ['variable FOO', 'operator =', 'argument 1', 'command ls', 'operator >', 'argument out'],
    ],
    [
      'if true; then ls; fi',
      ['keyword if', 'command true', 'operator ;', 'keyword then', 'command ls', 'operator ;', 'keyword fi'],
    ],
    ['cat <<E\nhi $X\nE', ['command cat', 'operator <<', 'heredoc E', 'heredoc hi $X\nE']],
    ['docker run [OPTIONS] <image>', ['command docker run', 'placeholder [OPTIONS]', 'placeholder <image>']],
    [
      '$ docker ps\nCONTAINER ID\n$ ls -l',
      ['prompt $', 'command docker ps', 'output CONTAINER ID', 'prompt $', 'command ls', 'flag -l'],
    ],
    ['# ls\nbin dev\n# exit', ['prompt #', 'command ls', 'output bin dev', 'prompt #', 'command exit']],
    ['# list all\nls', ['comment # list all', 'command ls']],
    ['$ echo a \\\n> b', ['prompt $', 'command echo', 'argument a', 'prompt >', 'argument b']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('never throws, and its tokens are ordered, apart and in range', () => {
    const screen = fc
      .array(
        fc.constantFrom(
          '$ ',
          '# ',
          '> ',
          '/ # ',
          'docker ps',
          'echo "',
          "'",
          '$(',
          '\n',
          '\\\n',
          '<<EOF',
          'EOF',
          '<id>',
          'out',
          '| ',
          '# c',
        ),
        { maxLength: 16 },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText(), screen), (text) => {
        let last = 0;
        for (const { start, end } of shellTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });
});
