import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyDefaults } from '../../src/commands/verify/verify-arguments.ts';
import { runVerify } from '../../src/commands/verify.ts';
import type { CommandReport, Report } from '../../src/model/report.ts';
import { describeWithEngine, home } from '../helpers/engine.ts';
import { memoryContext } from '../helpers/memory-context.ts';

const minute = 60_000;
const options = { ...verifyDefaults, json: 'out.json' };
const seed = path.resolve(home, '../shared/seed/p1.md');

/** Copies a fixture to a folder of its own and verifies it there, against the real engine. */
async function verifyFixture(name: string): Promise<{ report: Report; code: number; folder: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-verify-'));
  cpSync(path.join(home, 'test/fixtures', name), path.join(folder, name), { recursive: true });
  return { ...(await verify(path.join(name, 'index.md'), folder, true)), folder };
}

async function verify(
  file: string,
  folder: string,
  record: boolean,
): Promise<{ report: Report; code: number }> {
  const code = await runVerify(
    { ...options, paths: [file], record },
    { ...memoryContext(folder), env: process.env },
  );
  return { code, report: JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as Report };
}

function commandsOf(report: Report): CommandReport[] {
  return report.posts.flatMap((post) => post.blocks.flatMap((block) => block.commands));
}

function commandLike(report: Report, start: string): CommandReport {
  const found = commandsOf(report).find((command) => command.source.startsWith(start));
  if (found === undefined) throw new Error(`no command begins with ${start}`);
  return found;
}

describeWithEngine('a post that is right', () => {
  let result: Awaited<ReturnType<typeof verifyFixture>>;

  beforeAll(async () => {
    result = await verifyFixture('verify-harbour');
  }, 5 * minute);
  afterAll(() => rmSync(result.folder, { recursive: true, force: true }));

  test('passes in every block', () => {
    const other = commandsOf(result.report).filter((command) => command.verdict !== 'passed');
    expect(other.map(({ source, cause }) => [source, cause?.message])).toEqual([]);
    expect(result.code).toBe(0);
  });

  test('has its web page asked for, and is typed inside the container', () => {
    expect(commandLike(result.report, 'docker ps').expectations).toMatchObject([
      { kind: 'words', held: true },
      { kind: 'http', held: true },
    ]);
    expect(commandLike(result.report, 'curl').output).toBe('moored');
  });

  test('binds each placeholder to a container in the state that it needs', () => {
    expect(commandLike(result.report, 'docker stop C').bindings).toHaveProperty('CONTAINER_ID');
    expect(commandLike(result.report, 'docker unpause').bindings).toHaveProperty('CONTAINER');
    expect(commandLike(result.report, 'docker rm -f').ran).toBe('docker rm -f pier');
  });

  test('keeps a whole proof beside the post', () => {
    const proof = JSON.parse(readFileSync(path.join(result.folder, 'verify-harbour/proof.json'), 'utf8'));
    expect(proof).toMatchObject({
      version: 2,
      recordings: [{ verdict: 'passed', engine: { version: result.report.engine?.version } }],
    });
  });
});

describeWithEngine('a post with one thing wrong after the other', () => {
  let result: Awaited<ReturnType<typeof verifyFixture>>;

  beforeAll(async () => {
    result = await verifyFixture('verify-broken');
  }, 5 * minute);
  afterAll(() => rmSync(result.folder, { recursive: true, force: true }));

  test.each([
    ['docker run -d --name sunk', 'failed', /“sunk” died with exit status 1/],
    ['docker run -d -p 8081:80 --name pier', 'failed', /http:\/\/localhost:8080 did not answer/],
    ['docker run -d --nmae', 'failed', /no flag --nmae/],
    ['docker pull ngnix', 'failed', /no image “ngnix”/],
    ['docker logs peir', 'failed', /no container “peir”/],
    ['docker ps', 'failed', /promises “Paused”/],
    ['docker-compose', 'failed', /docker-compose \(version 1\)/],
    ['false | cat', 'failed', /stage 1 of the pipeline/],
    ['docker run -d -p 8081:80 --name quay', 'failed', /port 8081 is taken by the container “pier”/],
  ])('finds what is wrong with %s', (start, verdict, message) => {
    const command = commandLike(result.report, start);
    expect(command.verdict).toBe(verdict);
    expect(command.cause?.message).toMatch(message);
  });

  test('ends with 1', () => {
    expect(result.code).toBe(1);
  });
});

describeWithEngine('the seed', () => {
  test.skipIf(!existsSync(seed))(
    'has 16 of its 18 shell blocks proven, and the two that install Docker wherever their hosts can be reached',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-seed-'));
      const before = readFileSync(seed);
      try {
        const { report } = await verify(seed, folder, false);
        const blocks = report.posts
          .flatMap((post) => post.blocks)
          .filter((block) => block.language === 'bash');
        const installs = blocks.slice(0, 2).map((block) => block.verdict);
        expect(blocks).toHaveLength(18);
        expect(blocks.slice(2).map((block) => block.verdict)).toEqual(Array(16).fill('passed'));
        for (const verdict of installs) expect(['passed', 'blocked']).toContain(verdict);
        expect(readFileSync(seed)).toEqual(before);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    6 * minute,
  );
});
