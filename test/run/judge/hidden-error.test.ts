import { describe, expect, it } from 'vitest';
import { hiddenError } from '../../../src/run/judge/hidden-error.ts';

const source = { path: 'post.md', line: 9, column: 1, endLine: 9, endColumn: 1 };
const missing = 'Error response from daemon: No such container: pier';

function errorOf(ran: string, output: string, shown?: string) {
  const expectations =
    shown === undefined ? [] : [{ kind: 'output' as const, source, text: shown, from: 'comment' as const }];
  return hiddenError({ expectations }, { ran, output })?.message ?? null;
}

describe('a part that failed though the whole ended with 0', () => {
  it.each([
    ['export CID=$(docker run -d busybox:none)', 'docker: Error response from daemon: manifest unknown'],
    ['echo "c: $(docker inspect pier)"', `Error response from daemon: No such object: pier\nc: []`],
    ['for f in a b c; do wc -l $f; done', '1 a\nwc: b: No such file or directory\n1 c'],
    ['for c in pier quay; do docker logs $c; done', `${missing}\nhello`],
    ['echo $(dokcer ps)', 'bash: dokcer: command not found'],
  ])('%s', (ran, output) => expect(errorOf(ran, output)).toContain('a part of it failed'));

  it.each([
    ['until docker logs pier; do sleep 1; done', missing],
    ['if [ -z "$(docker ps -q)" ]; then docker stop pier || true; fi', missing],
    ['for c in pier; do docker rm $c || true; done', missing],
    ['echo "$(cat a)"', 'the cat: No such file is here'],
    ['docker logs $(docker ps -lq)', 'ls: /x: No such file or directory'],
    ['docker logs $(docker ps -lq)', 'Error: no password was given'],
    ['docker logs pier', missing],
    ['for i in 1 2; do echo "hello: error $i"; done', 'hello: error 1\nhello: error 2'],
  ])('not %s', (ran, output) => expect(errorOf(ran, output)).toBeNull());

  it('not where the page shows such an error', () => {
    expect(errorOf('echo $(docker inspect pier)', missing, missing)).toBeNull();
  });
});
