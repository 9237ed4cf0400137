import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyDefaults } from '../../src/commands/verify/verify-arguments.ts';
import { runVerify } from '../../src/commands/verify.ts';
import { connectMachines } from '../../src/machine/connect.ts';
import { readEngines } from '../../src/machine/engines.ts';
import type { Report } from '../../src/model/report.ts';
import { readEngineState } from '../../src/run/engine-state.ts';
import { describeWithEngine, home, whatIsMissing } from '../helpers/engine.ts';
import { memoryContext } from '../helpers/memory-context.ts';

const minute = 60_000;
// What changes with an engine's version: its own, the columns of its tables, what Compose and Buildx print.
const post = `---
title: A post for any engine
---

\`\`\`console
$ docker version --format '{{.Server.Version}}'
26.1.0
$ docker run -d --name web -p 8080:80 nginx
$ docker ps
CONTAINER ID   IMAGE     COMMAND                  CREATED         STATUS         PORTS                                   NAMES
3f4e5a6b7c8d   nginx     "/docker-entrypoint.…"   2 seconds ago   Up 1 second    0.0.0.0:8080->80/tcp, :::8080->80/tcp   web
$ docker images
REPOSITORY   TAG       IMAGE ID       CREATED      SIZE
nginx        latest    0123456789ab   2 days ago   120MB
\`\`\`

Save this as \`Dockerfile\`:

\`\`\`dockerfile
FROM busybox
RUN echo built > /made
CMD ["cat", "/made"]
\`\`\`

\`\`\`bash
docker build -t made .
docker run --rm made
\`\`\`

\`\`\`yaml title="compose.yaml"
services:
  keeper:
    image: busybox
    command: sleep 1000
    init: true
\`\`\`

\`\`\`bash
docker compose up -d
docker compose ps
docker compose down
docker rm -f web
\`\`\`
`;

function smallPostOn(engine: string, versions: Record<'version' | 'compose' | 'buildx', RegExp>): void {
  let report: Report;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-engine-'));
    writeFileSync(path.join(folder, 'post.md'), post);
    const options = { ...verifyDefaults, paths: ['post.md'], engine, json: 'out.json' };
    await runVerify(options, { ...memoryContext(folder), env: process.env });
    report = JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as Report;
  }, 5 * minute);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['version', 'compose', 'buildx'] as const)('runs with its %s', (part) => {
    expect(report.engine?.[part]).toMatch(versions[part]);
  });

  test('passes in every command', () => {
    const commands = report.posts.flatMap(({ blocks }) => blocks.flatMap((block) => block.commands));
    const others = commands.filter(({ verdict }) => verdict !== 'passed');
    expect(others.map(({ source, cause }) => [source, cause?.message])).toEqual([]);
    expect(commands).toHaveLength(10);
  });
}

const missing = await whatIsMissing('26.1');
const of26 = { version: /^26\.1\./, compose: /^2\.26\./, buildx: /^0\.13\./ };
describeWithEngine('a small post on the engine 26.1', () => smallPostOn('26.1', of26), missing);

// Made on demand only, where the internet is there.
const newest = { version: /^\d+\.\d+/, compose: /^\d+\.\d+/, buildx: /^\d+\.\d+/ };
if ((await whatIsMissing('docker-ce')) === null)
  describe('a small post on the engine docker-ce', () => smallPostOn('docker-ce', newest));

const stopped = async (): Promise<void> => {
  const engine = (await readEngines(home)).find(({ name }) => name === '26.1')!;
  const signal = AbortSignal.timeout(2 * minute);
  await using factory = await connectMachines({ env: process.env, home, engine, signal });
  const machine = await factory.open({ name: 'test/engine-26', walks: 'main', signal });
  await machine.run('docker create --init --name ended busybox sleep 1000', { timeoutMs: minute });
  const states = new Set<string | undefined>();
  for (let time = 0; time < 15; time++) {
    await machine.run('docker start ended && docker kill ended');
    states.add((await readEngineState(machine)).containers[0]?.state);
  }
  expect([...states]).toEqual(['exited']);
};

// Its list says so for a moment, in one of three cases.
describeWithEngine(
  'a container that was just stopped on the engine 26.1',
  () => test('is never taken for running', stopped, 3 * minute),
  missing,
);
