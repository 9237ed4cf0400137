import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../src/commands/context.ts';
import { runStart } from '../../src/commands/start.ts';
import { formatProof } from '../../src/report/proof/proof.ts';
import { makeRecording } from '../../src/report/proof/recording.ts';
import { sampleEngine, samplePost } from '../report/sample-report.ts';

const root = resolve(import.meta.dirname, '../..');
const post = `---\ntitle: "Knots"\ndate: 2026-11-24\n---\n\n# Knots\n\n\`\`\`bash\ndocker ps\n\`\`\`\n`;
let home: string;
let written: string;

// A home whose setup says that no engine is there, whatever this machine has.
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'seaworthy-start-'));
  written = '';
  await cp(join(root, 'site'), join(home, 'site'), { recursive: true });
  // Scripts of pages share some code with the program.
  await cp(join(root, 'src/lib'), join(home, 'src/lib'), { recursive: true });
  await cp(join(root, 'package.json'), join(home, 'package.json'));
  await mkdir(join(home, 'scripts'));
  await writeFile(join(home, 'scripts/setup.sh'), 'echo "engine: missing: docker.io"; exit 3\n');
  await mkdir(join(home, 'posts/knots/p1'), { recursive: true });
  await writeFile(join(home, 'posts/knots/p1/index.md'), post);
});

afterEach(() => rm(home, { recursive: true, force: true }));

function context(signal = new AbortController().signal): CommandContext {
  const write = (text: string) => {
    written += text;
  };
  const terminal = { isTTY: false, columns: 80, color: false };
  return {
    cwd: home,
    home,
    cacheFolder: null,
    workerFile: null,
    env: {},
    stdout: write,
    stderr: write,
    ...terminal,
    now: () => new Date(),
    signal,
  };
}

describe('start without an engine', () => {
  test('builds, says what is missing and what was not verified, and where to look', async () => {
    expect(await runStart({ out: 'dist', engine: null }, context())).toBe(0);
    expect(written).toContain('engine: missing: docker.io');
    expect(written).toContain('npm run setup');
    expect(written).toContain('posts/knots/p1/index.md: it has no recorded proof');
    expect(written).toContain(pathToFileURL(join(home, 'dist/index.html')).href);
    expect(await readFile(join(home, 'dist/index.html'), 'utf8')).toContain('Knots');
  });

  test('asks setup for the engine that is chosen', async () => {
    await cp(join(root, 'src/machine'), join(home, 'src/machine'), { recursive: true });
    await writeFile(join(home, 'scripts/setup.sh'), 'echo "asked: $*"; exit 3\n');
    expect(await runStart({ out: 'dist', engine: '26.1' }, context())).toBe(0);
    expect(written).toContain('asked: --check --engine 26.1');
    expect(written).toContain('`npm run setup -- --engine 26.1`');
    expect(await runStart({ out: 'dist', engine: '27' }, context())).toBe(2);
    expect(written).toContain('--engine 27: must be one of');
  });

  test('says from when the proof is that the site shows', async () => {
    const recording = makeRecording(samplePost([]), sampleEngine, '2026-11-20T08:00:00.000Z');
    const proof = { version: 2 as const, recordings: [recording] };
    await writeFile(join(home, 'posts/knots/p1/proof.json'), formatProof(proof));
    await runStart({ out: 'dist', engine: null }, context());
    expect(written).toContain('the site shows its proof of 2026-11-20 (Docker 28.5.2)');
  });

  test('ends with 1 and names no site when the posts are wrong', async () => {
    await writeFile(join(home, 'posts/knots/p1/index.md'), post.replace('# Knots', '[gone](../p9)'));
    expect(await runStart({ out: 'dist', engine: null }, context())).toBe(1);
    expect(written).toContain('link-broken');
    expect(written).not.toContain('index.html');
  });

  test('stops with 130 when it was interrupted', async () => {
    expect(await runStart({ out: 'dist', engine: null }, context(AbortSignal.abort()))).toBe(130);
  });
});
