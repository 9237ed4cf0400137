import { describe, expect, it } from 'vitest';
import { parseDockerCommand } from '../../src/shell/docker-command.ts';

const cases: [string, string, string[], Record<string, string[]>][] = [
  [
    'docker run -d -p 8080:80 --name web nginx',
    'run',
    ['nginx'],
    { detach: [''], publish: ['8080:80'], name: ['web'] },
  ],
  [
    'sudo docker container run -itd --rm=true debian bash -c ls',
    'run',
    ['debian', 'bash', '-c', 'ls'],
    { interactive: [''], tty: [''], detach: [''], rm: ['true'] },
  ],
  ['docker run -p80:80 -p 81:81 nginx', 'run', ['nginx'], { publish: ['80:80', '81:81'] }],
  ['docker exec -it web bash', 'exec', ['web', 'bash'], { interactive: [''], tty: [''] }],
  ['docker container ls -a', 'ps', [], { all: [''] }],
  ['docker image rm nginx', 'rmi', ['nginx'], {}],
  ['docker rm -f a b', 'rm', ['a', 'b'], { f: [''] }],
  ['docker build -t app:1 -f Other .', 'build', ['.'], { tag: ['app:1'], file: ['Other'] }],
  ['docker compose -f a.yaml up -d', 'compose up', [], { detach: [''] }],
  ['docker logs -f web', 'logs', ['web'], { f: [''] }],
  ['docker network create app', 'network create', ['app'], {}],
  ['docker', '', [], {}],
];

describe('parseDockerCommand', () => {
  it.each(cases)('takes apart %s', (line, verb, operands, flags) => {
    const command = parseDockerCommand(line.split(' '));
    expect(command).toMatchObject({ verb, operands });
    expect(Object.fromEntries(command!.flags)).toMatchObject(flags);
  });

  it('is null for anything else', () => {
    expect(parseDockerCommand(['ls', 'docker'])).toBeNull();
  });
});
