import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { runBuild } from '../../src/commands/build.ts';
import type { BlockProof, CommandProof, Proof, Recording } from '../../src/model/proof.ts';
import { formatProof } from '../../src/report/proof/proof.ts';
import { home, memoryContext } from './memory-context.ts';

/** Builds the site that holds one of everything in a new temporary folder, with a proof of its first part. */
export async function buildWholeSite(): Promise<{ folder: string; out: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-whole-'));
  cpSync(path.join(home, 'test/fixtures/site-whole'), path.join(folder, 'posts'), { recursive: true });
  const post = path.join(folder, 'posts/docker/p1/index.md');
  writeFileSync(
    path.join(path.dirname(post), 'proof.json'),
    formatProof(proofOf(readFileSync(post, 'utf8'))),
  );
  const context = memoryContext(folder);
  const code = await runBuild({ paths: ['posts'], out: 'dist', drafts: false, keepGoing: false }, context);
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`the build ended with ${code}:\n${context.err()}`);
  }
  return { folder, out: path.join(folder, 'dist') };
}

/** Builds it once for all tests of a file. */
export function useWholeSite(): { out(): string; read(file: string): string } {
  let site = { folder: '', out: '' };
  beforeAll(async () => {
    site = await buildWholeSite();
  });
  afterAll(() => {
    rmSync(site.folder, { recursive: true, force: true });
  });
  return { out: () => site.out, read: (file) => readFileSync(path.join(site.out, file), 'utf8') };
}

/**
 * Run on two engines. On Docker 28.5.2 the third block failed, the fourth needs the internet, the last has changed since. On
 * 26.1.5, a day earlier, the second printed something else, and the third passed.
 */
export function proofOf(source: string): Proof {
  const older = recordingOf(source, ['passed', 'passed', 'passed', 'blocked']);
  const [, second] = older.blocks;
  for (const command of second?.commands ?? []) command.output = 'a line\nthat only this engine prints\n';
  return {
    version: 2,
    recordings: [
      recordingOf(source, ['passed', 'passed', 'failed', 'blocked']),
      onEngine(older, '26.1.5+dfsg1', '2026-11-19T08:00:00.000Z'),
    ],
  };
}

/** The same as if another version of Docker Engine had shown it. */
export function onEngine(
  recording: Recording,
  version: string,
  recordedAt = recording.recordedAt,
): Recording {
  return { ...recording, recordedAt, engine: { ...recording.engine, version } };
}

const engine = {
  version: '28.5.2',
  api: '1.51',
  compose: '2.40.3',
  buildx: '0.29.1',
  os: 'Debian',
  registry: 'stand-in',
  standIns: ['nginx:latest'],
};

/** What a run on Docker 28.5.2 has shown of the first blocks of commands. */
export function recordingOf(
  source: string,
  verdicts: readonly ('passed' | 'failed' | 'blocked')[],
): Recording {
  const blocks = makePlan({ path: 'index.md', source }).blocks.filter(({ kind }) => kind === 'commands');
  return {
    recordedAt: '2026-11-20T08:00:00.000Z',
    engine,
    verdict: 'failed',
    durationMs: 9000,
    images: [{ name: 'nginx:latest', digest: 'sha256:0', standIn: true }],
    blocks: verdicts.map((verdict, index): BlockProof => {
      const block = blocks[index];
      const commands = block && 'commands' in block ? block.commands : [];
      return {
        hash: block?.hash ?? '',
        kind: 'commands',
        verdict,
        cause: null,
        commands: commands.map(({ source: text }) => commandProof(text, verdict)),
      };
    }),
  };
}

function commandProof(source: string, verdict: 'passed' | 'failed' | 'blocked'): CommandProof {
  const causes = {
    passed: null,
    failed: { whose: 'page', message: 'it ended with 1, not with 0', hint: 'Check the name.', line: 1 },
    blocked: { whose: 'network', message: 'example.org can not be reached', hint: null, line: 1 },
  } as const;
  return {
    offset: 1,
    source,
    ran: verdict === 'blocked' ? null : source,
    verdict,
    exitStatus: verdict === 'passed' ? 0 : verdict === 'failed' ? 1 : null,
    durationMs: 412,
    output:
      verdict === 'blocked' ? '' : 'a line that is <b>wide</b> \u001b[31m enough to scroll in its frame\n',
    bindings: { CONTAINER: 'web' },
    prepared: ['docker run -d nginx'],
    notes: ['the post says 27.5.1, this was 28.5.2'],
    expectations: [
      { kind: 'words', source: { line: 3 }, held: true, message: '"Up" is in the output' },
      { kind: 'unchecked', source: { line: 3 }, held: null, message: 'it looks nice' },
    ],
    cause: causes[verdict],
  };
}
