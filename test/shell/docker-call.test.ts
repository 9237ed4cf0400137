import { describe, expect, it } from 'vitest';
import { callName, type DockerCall, dockerCall, flagValues } from '../../src/shell/docker-call.ts';
import { wordsOf } from '../../src/shell/words-of.ts';

function callOf(line: string): DockerCall | null {
  return dockerCall(wordsOf(line)[0] ?? []);
}

const cases: [string, string, string[], Record<string, string[]>][] = [
  [
    'docker run -d -p 8080:80 --name web nginx',
    'container run',
    ['nginx'],
    { '-p': ['8080:80'], '--name': ['web'] },
  ],
  [
    'sudo docker container run -itd --rm debian bash -c ls',
    'container run',
    ['debian', 'bash', '-c', 'ls'],
    {},
  ],
  ['docker run -p80:80 -p 81:81 nginx', 'container run', ['nginx'], { '-p': ['80:80', '81:81'] }],
  ['docker exec -it web bash', 'container exec', ['web', 'bash'], {}],
  ['docker container ls -a', 'container ls', [], {}],
  ['docker image rm nginx', 'image rm', ['nginx'], {}],
  ['docker rm -f a b', 'container rm', ['a', 'b'], {}],
  ['docker build -t app:1 -f Other .', 'image build', ['.'], { '-t': ['app:1'], '-f': ['Other'] }],
  ['docker compose -f a.yaml up -d', 'compose up', [], {}],
  ['docker logs -f web', 'container logs', ['web'], {}],
  ['docker network create app', 'network create', ['app'], {}],
];

describe('dockerCall', () => {
  it.each(cases)('takes apart %s', (line, name, args, flags) => {
    const call = callOf(line)!;
    expect(callName(call)).toBe(name);
    expect(call.args.map((word) => word.text)).toEqual(args);
    for (const [flag, values] of Object.entries(flags)) expect(flagValues(call, flag)).toEqual(values);
  });

  it('is null for anything else', () => {
    expect(callOf('ls docker')).toBeNull();
  });
});
