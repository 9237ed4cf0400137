import { describe, expect, it } from 'vitest';
import { argumentsBlame } from '../../../src/run/blame/arguments.ts';
import { containerNameBlame } from '../../../src/run/blame/container-name.ts';
import { type Failure, failedWords } from '../../../src/run/blame/failure.ts';
import { inUseBlame } from '../../../src/run/blame/in-use.ts';
import { misplacedOptionBlame } from '../../../src/run/blame/misplaced-option.ts';
import { shellBlame } from '../../../src/run/blame/shell.ts';
import { wordsOf } from '../../../src/shell/words-of.ts';
import { failureOf } from '../../helpers/failure-of.ts';

// A failure on a machine where the container “web” runs.
async function besideWeb(ran: string, output: string): Promise<Failure> {
  const failure = await failureOf(ran, output);
  await failure.machine.run('docker run -d --name web nginx');
  return failure;
}

describe('what a container still uses', () => {
  it.each([
    ['docker network rm quay', 'network quay has active endpoints (name:"web" id:"422d54e6253a")'],
    [
      'docker rmi nginx',
      'conflict: unable to remove repository reference "nginx" - container CONTAINER is using it',
    ],
    ['docker volume rm hold', 'remove hold: volume is in use - [CONTAINER]'],
  ])('“%s” names the container', async (ran, output) => {
    const failure = await besideWeb(ran, '');
    const own = (await failure.machine.run("docker ps -a | awk '/web/ { print $1 }'")).stdout.trim();
    const blame = await inUseBlame({ ...failure, output: output.replace('CONTAINER', own) });
    expect(blame?.cause).toMatchObject({ whose: 'page', hint: 'remove it first (docker rm -f web)' });
    expect(blame?.cause.message).toContain('the container “web” still uses');
  });

  it('says nothing of other refusals', async () => {
    expect(await inUseBlame(await besideWeb('docker rmi nginx', 'No such image: nginx'))).toBeNull();
  });
});

it('a program that a container has not is not missed on the machine', async () => {
  const failure = await failureOf('ping web', 'bash: ping: command not found');
  expect(shellBlame(failure)?.cause.message).toBe('a fresh machine has no command “ping”');
  expect(shellBlame({ ...failure, inside: true })?.cause.message).toBe('the container has no command “ping”');
});

describe('what only root may do', () => {
  it.each([
    [
      'apt-get install curl',
      'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?',
    ],
    ['pkill dockerd', 'pkill: killing pid 80 failed: Operation not permitted'],
    ['cat /etc/shadow', 'cat: /etc/shadow: Permission denied'],
  ])('%s needs sudo', async (ran, output) => {
    expect(shellBlame(await failureOf(ran, output))?.cause.hint).toContain('sudo');
  });

  it('is not what root is refused', async () => {
    expect(shellBlame(await failureOf('mount x /mnt', 'mount: /mnt: Operation not permitted'))).toBeNull();
    expect(shellBlame(await failureOf('sudo kill 1', 'kill: (1): Operation not permitted'))).toBeNull();
  });
});

describe('an option behind the image', () => {
  const of = async (ran: string, output: string): Promise<string | undefined> =>
    misplacedOptionBlame({ ...(await failureOf(ran, output)), commands: wordsOf(ran) })?.cause.message;

  it.each([
    ['docker run nginx -d --name web', '/docker-entrypoint.sh: 18: exec: -d: not found'],
    ['docker run busybox -p 80:80', 'exec: "-p": executable file not found in $PATH'],
  ])('is named: %s', async (ran, output) => {
    expect(await of(ran, output)).toMatch(/^-[dp] stands behind the image/);
  });

  it('is not seen where the container was given a program', async () => {
    expect(await of('docker run busybox nope -d', 'exec: "nope": executable file not found')).toBeUndefined();
  });
});

describe('a container that is not found by its name', () => {
  it('is told of the network that it lacks', async () => {
    const failure = await besideWeb('docker run busybox wget http://web', "wget: bad address 'web'");
    expect((await containerNameBlame(failure))?.cause.hint).toContain('docker network create');
  });

  it('is not meant where no such container runs', async () => {
    const failure = await besideWeb('wget http://db', "wget: bad address 'db'");
    expect(await containerNameBlame(failure)).toBeNull();
  });
});

it('looks for the words that failed in the stage that failed', async () => {
  const ran = 'docker ps --frmat json | head -n 1';
  const failure = { ...(await failureOf(ran, '')), commands: wordsOf(ran), statuses: [125, 0] };
  expect(failedWords(failure).map(({ text }) => text)).toEqual(['docker', 'ps', '--frmat', 'json']);
});

describe('a wrong number of arguments', () => {
  const said = "docker: 'docker container stop' requires at least 1 argument";

  it.each([
    ['docker container stop $(docker container ls -aq)', '“docker container ls -aq” lists nothing'],
    ['docker container stop `docker ps -q`', '“docker ps -q” lists nothing'],
    ['docker container stop $NAME', '$NAME is empty'],
    ['docker container stop', 'docker container stop takes at least 1 argument'],
  ])('is the fault of what stood for nothing: %s', async (ran, message) => {
    expect(argumentsBlame(await failureOf(ran, said))?.cause.message).toContain(message);
  });
});
