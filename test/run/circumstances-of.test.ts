import { describe, expect, it } from 'vitest';
import type { PlannedCommand } from '../../src/model/plan.ts';
import { circumstancesOf } from '../../src/run/circumstances-of.ts';
import { compareOutput } from '../../src/run/expect/shown/compare-output.ts';
import { ownWords } from '../../src/values/page-words.ts';

const command = (source: string, depth = 0, placeholders: { text: string }[] = []) =>
  ({ source, depth, placeholders }) as unknown as PlannedCommand;
const typed = (source: string, depth = 0) =>
  circumstancesOf(command(source, depth), { ran: source, bindings: {} }, []);

describe('circumstancesOf', () => {
  it.each([
    ['whoami', 0, true],
    ['whoami', 1, false],
    ['docker exec web whoami', 0, false],
    ['docker run --rm --user app alpine id', 0, false],
    ['docker inspect web', 0, true],
  ])('tells whether `%s` at depth %i prints of the reader’s computer', (source, depth, expected) => {
    expect(typed(source, depth).onHost).toBe(expected);
  });

  it('leaves who a container runs as to the page', () => {
    expect(compareOutput('app', 'root', typed('docker run --user app alpine whoami')).held).toBe(false);
    expect(compareOutput('/home/node', '/home/app', typed('docker exec web pwd')).held).toBe(false);
    expect(compareOutput('/home/alice', '/home/reader', typed('pwd')).held).toBe(true);
  });

  it('takes no placeholder for a word of the page', () => {
    expect(ownWords(command('docker stop 305297d7a235', 0, [{ text: '305297d7a235' }]))).toBe(
      'docker stop  ',
    );
  });

  it('holds a placeholder’s value to what it stands for', () => {
    const bound = { ...typed('docker rm 92d79b6de29f'), bindings: { '305297d7a235': '92d79b6de29f' } };
    expect(compareOutput('305297d7a235', '92d79b6de29f', bound).held).toBe(true);
    expect(compareOutput('305297d7a235', '4094ff6bffbd', bound).held).toBe(false);
  });
});
