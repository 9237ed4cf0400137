import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MutateArguments } from '../../src/commands/mutate/mutate-arguments.ts';
import { runMutate } from '../../src/commands/mutate.ts';
import type { MachineFactory } from '../../src/machine/machine.ts';
import { fakeFactory } from '../helpers/fake-machine.ts';
import { memoryContext } from '../helpers/memory-context.ts';

const options: MutateArguments = {
  paths: ['post.md'],
  aim: 97,
  sample: null,
  seed: 1,
  operators: null,
  line: null,
  jobs: 2,
  engine: null,
  fresh: false,
  list: false,
};
const post = `---
title: A harbour
---

## Start

\`\`\`bash
docker run -d --name web nginx
\`\`\`

\`\`\`bash
docker ps
\`\`\`

You should see \`web\` with the status \`Up\`.

\`\`\`bash
docker stop web
docker rm web
docker ps -a
\`\`\`
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-mutate-'));
  writeFileSync(path.join(folder, 'post.md'), post);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on fake machines; how many were opened is counted. */
async function mutate(changes: Partial<MutateArguments>) {
  const context = memoryContext(folder);
  let machines = 0;
  const factory: MachineFactory = {
    open(options) {
      machines += 1;
      return fakeFactory.open(options);
    },
  };
  const world = { connect: async () => factory, patienceMs: 600 };
  const code = await runMutate({ ...options, ...changes }, context, world);
  return { code, machines, out: context.out(), err: context.err() };
}

// Each of them opens several machines, one after the other.
describe('breaking a post', { timeout: 120_000 }, () => {
  test('kills what the page speaks of', async () => {
    const { code, out } = await mutate({ operators: ['name-changed'], line: 18 });
    expect(out).toContain('1 mutant: 1 killed, 0 survived, 0 undecided');
    expect(code).toBe(0);
  });

  test('names what the page does not speak of', async () => {
    const { code, out } = await mutate({ operators: ['command-removed'], line: 20 });
    expect(out).toMatch(/^Survived.*\n {2}post\.md:20:1 command-removed: docker ps -a → \(nothing\)/m);
    expect(code).toBe(1);
  });

  test('needs one machine for all mutants that only promise something else', async () => {
    const { out, machines } = await mutate({ operators: ['promised-word'] });
    expect(out).toContain('2 mutants: 2 killed');
    expect(machines).toBe(1);
  });

  test('runs nothing again that is known, unless asked to', async () => {
    const first = await mutate({ operators: ['image-misspelt'] });
    const kept = JSON.parse(readFileSync(path.join(folder, '.seaworthy/mutants-28.5.json'), 'utf8'));
    expect(Object.values(kept.posts['post.md'].results)).toMatchObject([{ line: 8 }]);
    const second = await mutate({ operators: ['image-misspelt'] });
    const third = await mutate({ operators: ['image-misspelt'], fresh: true });
    expect([first.machines, second.machines, third.machines]).toEqual([2, 0, 2]);
    expect(second.out).toBe(first.out);
  });

  test('leaves out what is listed as equivalent', async () => {
    writeFileSync(
      path.join(folder, 'post.equivalent-mutants.tsv'),
      'Start\tcommand-removed\tdocker ps -a\t(nothing)\tit only shows that the list is empty\nGone\ta\tb\tc\tunused\n',
    );
    const { code, out } = await mutate({ operators: ['command-removed'], aim: 50 });
    expect(out).not.toContain('docker ps -a');
    expect(out).toContain('2 mutants: 1 killed');
    expect(out).toContain('post.equivalent-mutants.tsv:2');
    expect(out).toContain('1 listed as equivalent');
    expect(code).toBe(0);
  });

  test('refuses an engine that there is none of', async () => {
    const { code, machines, err } = await mutate({ engine: '27' });
    expect([code, machines, err]).toEqual([2, 0, '--engine 27: must be one of 28.5, 26.1, docker-ce\n']);
  });

  test('is refused for a post that fails as it is', async () => {
    writeFileSync(path.join(folder, 'post.md'), post.replace('docker stop web', 'docker stop wbe'));
    const { code, err } = await mutate({});
    expect(err).toContain('post.md:17 fails as it is');
    expect(code).toBe(1);
  });

  test('says so when no mutant is chosen, and when none is decided', async () => {
    const { code, err } = await mutate({ line: 99_999 });
    expect([code, err]).toEqual([2, expect.stringContaining('no mutant is left')]);
  });

  test('lists mutants without a machine', async () => {
    const { out, machines } = await mutate({ list: true, line: 8, operators: ['flag-removed'] });
    expect(out).toBe(
      'post.md:8:11 flag-removed: -d → (nothing)\npost.md:8:14 flag-removed: --name web → (nothing)\n',
    );
    expect(machines).toBe(0);
  });

  test('refuses an operator that is none, and a list that can not be read', async () => {
    const unknown = await mutate({ operators: ['letters-eaten'] });
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('flag-removed')]);
    writeFileSync(path.join(folder, 'post.equivalent-mutants.tsv'), 'no tabs\n');
    const unreadable = await mutate({});
    expect([unreadable.code, unreadable.err]).toEqual([2, expect.stringContaining('line 1')]);
  });
});
