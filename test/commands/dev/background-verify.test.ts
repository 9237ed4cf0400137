import { expect, test } from 'vitest';
import type { CommandContext } from '../../../src/commands/context.ts';
import { BackgroundVerify } from '../../../src/commands/dev/background-verify.ts';
import type { VerifiedOne } from '../../../src/commands/verify/verify-one.ts';
import { until } from '../../helpers/dev-server.ts';
import { memoryContext } from '../../helpers/memory-context.ts';

const verified: VerifiedOne = { kind: 'verified', recordings: new Map(), text: 'all is well\n' };

/** A verifier whose runs end when they are told to; `log` has what happened, in order. */
function stage() {
  const log: string[] = [];
  const open = new Map<string, (result: VerifiedOne) => void>();
  const verify = (post: string, { signal }: CommandContext): Promise<VerifiedOne> =>
    new Promise((resolve) => {
      const end = (result: VerifiedOne): void => {
        open.delete(post);
        log.push(`${post} ${result.kind}`);
        resolve(result);
      };
      log.push(`${post} begins`);
      open.set(post, end);
      // Cleaning up takes a while.
      signal.addEventListener('abort', () => setImmediate(() => end({ kind: 'interrupted' })));
    });
  const context = memoryContext('/nowhere');
  const background = new BackgroundVerify({ verify, onRecordings: () => log.push('proofs') }, context);
  const finish = async (post: string, result = verified): Promise<void> => {
    (await until(() => open.get(post), `the run of ${post}`))(result);
  };
  return { log, context, background, finish };
}

test('a post is verified after its save', async () => {
  const { log, context, background, finish } = stage();
  background.saved(['a.md'], []);
  await finish('a.md');
  await until(() => log.includes('proofs'), 'the proofs');
  expect(log).toEqual(['a.md begins', 'a.md verified', 'proofs']);
  expect(context.out()).toBe('all is well\n');
});

test('a newer save of it ends the run, which cleans up before the next one begins', async () => {
  const { log, background, finish } = stage();
  background.saved(['a.md'], []);
  await until(() => log.includes('a.md begins'), 'the first run');
  background.saved(['a.md'], []);
  await until(() => log.length === 3, 'the second run');
  await finish('a.md');
  await until(() => log.includes('proofs'), 'the proofs');
  expect(log).toEqual(['a.md begins', 'a.md interrupted', 'a.md begins', 'a.md verified', 'proofs']);
});

test('a save of another post comes first, and the one that had to wait comes again', async () => {
  const { log, background, finish } = stage();
  background.saved(['a.md'], []);
  await until(() => log.includes('a.md begins'), 'the first run');
  background.saved(['b.md'], []);
  await finish('b.md');
  await finish('a.md');
  await until(() => log.filter((line) => line === 'proofs').length === 2, 'both proofs');
  expect(log.filter((line) => line.endsWith('begins'))).toEqual([
    'a.md begins',
    'b.md begins',
    'a.md begins',
  ]);
});

test('a post that has errors now is not verified, and its older run ends', async () => {
  const { log, background } = stage();
  background.saved(['a.md'], []);
  await until(() => log.includes('a.md begins'), 'the run');
  background.saved([], ['a.md']);
  await background[Symbol.asyncDispose]();
  expect(log).toEqual(['a.md begins', 'a.md interrupted']);
});

test('a picture or a style sheet disturbs no run', async () => {
  const { log, background, finish } = stage();
  background.saved(['a.md'], []);
  await until(() => log.includes('a.md begins'), 'the run');
  background.saved([], ['dot.svg']);
  await finish('a.md');
  await until(() => log.includes('proofs'), 'the proofs');
  expect(log).toEqual(['a.md begins', 'a.md verified', 'proofs']);
});

test('that there is no engine is said once', async () => {
  const { context, background, finish } = stage();
  const none: VerifiedOne = { kind: 'impossible', reason: 'No Docker Engine answers.' };
  for (const post of ['a.md', 'b.md', 'a.md']) {
    background.saved([post], []);
    await finish(post, none);
  }
  await background[Symbol.asyncDispose]();
  expect(context.err()).toBe('Not verified: No Docker Engine answers.\n');
});

test('many posts at once are left to the author', async () => {
  const { log, context, background } = stage();
  background.saved(['a', 'b', 'c', 'd', 'e', 'f'], []);
  await background[Symbol.asyncDispose]();
  expect(log).toEqual([]);
  expect(context.out()).toContain('6 posts have changed at once');
});

test('a run that breaks is told and ends nothing', async () => {
  const context = memoryContext('/nowhere');
  let runs = 0;
  const verify = async (): Promise<VerifiedOne> => {
    runs++;
    if (runs === 1) throw new Error('broken');
    return verified;
  };
  const background = new BackgroundVerify({ verify, onRecordings: () => {} }, context);
  background.saved(['a.md'], []);
  await until(() => context.err() !== '', 'the message');
  background.saved(['a.md'], []);
  await until(() => context.out() !== '', 'the next run');
  await background[Symbol.asyncDispose]();
  expect(context.err()).toContain('broken');
});

test('disposing ends the run and waits until it has cleaned up', async () => {
  const { log, background } = stage();
  background.saved(['a.md', 'b.md'], []);
  await until(() => log.includes('a.md begins'), 'the run');
  await background[Symbol.asyncDispose]();
  expect(log).toEqual(['a.md begins', 'a.md interrupted']);
});
