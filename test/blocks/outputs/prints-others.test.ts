import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function traitOf(command: string, shown: string): string {
  const { blocks } = makePlan({
    path: 'post.md',
    source: `\`\`\`console\n$ ${command}\n${shown}\n\`\`\`\n`,
  });
  const block = blocks[0]!;
  return 'commands' in block ? block.commands[0]!.trait.kind : '';
}

describe('an error that the page shows', () => {
  it.each([
    ['docker logs db', 'Error: Database is uninitialized and no password is set'],
    ['docker compose logs db', 'ERROR: no password'],
    ['grep failed app.log', 'error: login failed'],
    ['docker exec web cat /var/log/app.log', 'Error: no route'],
    ["docker run --rm alpine sh -c 'ls /nope; echo ok'", 'ls: /nope: No such file or directory\nok'],
    ['docker rm web || true', 'Error response from daemon: No such container: web'],
    ['docker ps -a | grep web', 'error: 3'],
    ['docker run app', 'Error rate: 0.3'],
    ['docker run app', 'error logging in colour: on'],
    ['docker run app', 'Errors: 0'],
  ])('says nothing of how `%s` ends', (command, shown) => {
    expect(traitOf(command, shown)).toBe('plain');
  });

  it.each([
    ['cat notes.txt', 'cat: notes.txt: No such file or directory'],
    ['docker rm web', 'Error response from daemon: No such container: web'],
    ["docker run --rm alpine sh -c 'ls /nope'", 'ls: /nope: No such file or directory'],
    ['kubectl get pod x', 'Error from server (NotFound): pods "x" not found'],
    ['kubectl apply -f x.yaml', 'error validating "x.yaml": error validating data: no name\nSee the manual.'],
    [
      'docker rmi',
      '"docker rmi" requires at least 1 argument.\nSee `docker rmi --help`.\n\nUsage:  docker rmi IMAGE',
    ],
    ['apt-get install x', 'Reading package lists... Done\nE: Unable to locate package x'],
    ["docker run -e 'A=1;2' nope", 'docker: Error response from daemon: pull access denied for nope'],
  ])('is why `%s` must fail', (command, shown) => {
    expect(traitOf(command, shown)).toBe('meant-to-fail');
  });
});
