import { describe, expect, it } from 'vitest';
import { checkAbsent } from '../../../src/run/expect/absent.ts';

const heading = 'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES';
const row = '1a2b3c4d5e6f   nginx     "nginx"   1 second ago   Up 1 second   80/tcp   web-old';
const source = { line: 3 };

describe('what the prose says is not printed', () => {
  it.each([
    ['nothing at all', [], ''],
    ['nothing but a heading', [], `${heading}\n`],
    ['a word that is part of another name', ['web'], `${heading}\n${row}\n`],
    ['the image of another container', ['nginx'], `${heading}\n${row}\n`],
    ['a longer name in a list', ['web'], 'web-2\nweb-old\n'],
    ['a word in no line of text', ['Exited'], 'all is well\n'],
  ])('holds for %s', (_, words, output) => {
    expect(checkAbsent({ words, source }, output)).toMatchObject({ kind: 'absent', held: true });
  });

  it.each([
    [[], `${heading}\n${row}\n`, '1a2b3c4d5e6f'],
    [[], 'something\n', 'something'],
    [['other', 'web-old'], `${heading}\n${row}\n`, 'web-old'],
    [['well'], 'all is well\n', 'well'],
  ])('fails for %j, and says what was there', (words, output, said) => {
    const report = checkAbsent({ words, source }, output);
    expect(report.held).toBe(false);
    expect(report.message).toContain(said);
  });
});
