import { expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import type { PlannedBlock } from '../../../src/model/plan.ts';
import type { CommandReport } from '../../../src/model/report.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { Troubles } from '../../../src/run/troubles/troubles.ts';

/** What an earlier command that a registry did not serve says of a later one that failed. */
function originAfter(first: string, second: string, verdict: Verdict = 'blocked') {
  const source = `\`\`\`bash\n${first}\n\`\`\`\n\n\`\`\`bash\n${second}\n\`\`\`\n`;
  const blocks = makePlan({ path: 'post.md', source }).blocks as (PlannedBlock & { kind: 'commands' })[];
  const troubles = new Troubles();
  const cause = { whose: 'registry', message: 'can’t be had', hint: null, line: null };
  const report = { verdict, exitStatus: 125, cause } as CommandReport;
  troubles.record(blocks[0]!.commands[0]!, blocks[0]!, report);
  return troubles.originOf(blocks[1]!.commands[0]!);
}

it.each(['docker tag alpine me/alpine', 'docker image inspect alpine:latest', 'docker rmi alpine'])(
  'an image that could not be pulled to run it is not there for %s',
  (second) => {
    expect(originAfter('docker run alpine date', second)).toMatchObject({ verdict: 'blocked' });
  },
);

it.each(['docker build -t alpine:mine .', 'docker tag debian me/debian', 'docker image inspect debian:12'])(
  '%s needs another',
  (second) => {
    expect(originAfter('docker run alpine date', second)).toBeNull();
  },
);

it.each([
  ['docker run -d -p 8000:80 alpine', 'curl http://192.168.99.100:8000/'],
  [
    'docker run -d alpine sleep 60',
    'docker network inspect bridge\n```\n\n```json\n[{"IPv4Address": "172.17.0.2/16"}]',
  ],
])('after %s, nobody can say why %s failed', (first, second) => {
  expect(originAfter(first, second)).toMatchObject({ verdict: 'blocked' });
});

it('another port needs nothing of it', () => {
  expect(originAfter('docker run -d -p 8000:80 alpine', 'curl http://192.168.99.100:80/')).toBeNull();
});

it('a command that is not there follows from an installation that failed', () => {
  const source = '```bash\napt-get install bridge-utils\n```\n';
  const block = makePlan({ path: 'post.md', source }).blocks[0] as PlannedBlock & { kind: 'commands' };
  const troubles = new Troubles();
  const lack = { verdict: 'failed', exitStatus: 127, cause: null, depth: 0 } as CommandReport;
  expect(troubles.originOfLack(lack)).toBeNull();
  troubles.record(block.commands[0]!, block, { ...lack, exitStatus: 100 });
  expect(troubles.originOfLack(lack)).toMatchObject({ verdict: 'not-run' });
  expect(troubles.originOfLack({ ...lack, exitStatus: 1 })).toBeNull();
  expect(troubles.originOfLack({ ...lack, depth: 1 })).toBeNull();
  const slip = { whose: 'page' as const, message: '', hint: 'did you mean “git”?', line: null };
  expect(troubles.originOfLack({ ...lack, cause: slip })).toBeNull();
  const fix = { wrong: 'docker-compose', right: 'docker compose' };
  expect(troubles.originOfLack({ ...lack, cause: { ...slip, hint: 'write it', fix } })).toBeNull();
});

it('a directory in a container that was not entered is none of the reader’s', () => {
  const source =
    '```bash\ndocker run -it alpine sh\ncd /data\nexit\ndocker volume create hold\ncd /hold\nls\n```\n';
  const block = makePlan({ path: 'post.md', source }).blocks[0] as PlannedBlock & { kind: 'commands' };
  const troubles = new Troubles();
  const report = { verdict: 'blocked', exitStatus: 125, cause: null } as unknown as CommandReport;
  const [, inside, , , own] = block.commands;
  troubles.record(inside!, block, report);
  expect(troubles.lostToAll).toBeNull();
  troubles.record(own!, block, report);
  expect(troubles.lostToAll).not.toBeNull();
});

it('nothing follows from what only readers take away who have it', () => {
  expect(originAfter('docker rm web', 'docker rm web', 'failed')).not.toBeNull();
  expect(originAfter('docker rm web', 'docker rm web', 'skipped')).toBeNull();
});

/** The obstacle that the second command of a block has when the first could not be done. */
function obstacleInBlock(first: string, second: string) {
  const source = `\`\`\`bash\n${first}\n${second}\n\`\`\`\n`;
  const block = makePlan({ path: 'post.md', source }).blocks[0] as PlannedBlock & { kind: 'commands' };
  const troubles = new Troubles();
  const cause = { whose: 'registry', message: 'can’t be had', hint: null, line: null };
  troubles.record(block.commands[0]!, block, { verdict: 'blocked', exitStatus: 1, cause } as CommandReport);
  return troubles.obstacleTo(block.commands.at(-1)!, block);
}

it.each([
  ['docker pull mysql', 'docker pull nginx'],
  ['docker run -d --name db mysql', 'docker run -d --name web nginx'],
  ['docker run -d --name db -v data:/var/lib/mysql mysql', 'docker ps'],
  ['docker build -t shop .', 'docker network create harbour'],
])('after `%s` the same block goes on with `%s`, which needs nothing of it', (first, second) => {
  expect(obstacleInBlock(first, second)).toBeNull();
});

it.each([
  ['docker pull mysql', 'docker run -d mysql'],
  ['docker run -d --name db mysql', 'docker logs db'],
  ['docker run --rm -v "$PWD":/w node npm init -y', 'ls'],
  ['docker run --rm mysql cat /etc/my.cnf > my.cnf', 'ls'],
  ['docker compose up -d', 'docker ps'],
  ['docker pull mysql && docker pull nginx', 'docker ps'],
  ['docker run --rm --mount type=bind,src=.,dst=/w node npm ci', 'ls'],
])('after `%s` nobody can say what `%s` would do', (first, second) => {
  expect(obstacleInBlock(first, second)).toMatchObject({ verdict: 'blocked' });
});
