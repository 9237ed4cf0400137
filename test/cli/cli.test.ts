import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const launcher = resolve(import.meta.dirname, '../../scripts/seaworthy.mjs');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seaworthy-cli-'));
  const frontMatter = '---\ntitle: "Knots"\ndate: 2026-11-24\n---\n\n# Knots\n';
  await writeFile(join(folder, 'good.md'), `${frontMatter}\n\`\`\`bash\ndocker ps\n\`\`\`\n`);
  await writeFile(join(folder, 'broken.md'), `${frontMatter}\nSee [the next part](../p9).\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function seaworthy(...args: string[]) {
  const env = { NO_COLOR: '', FORCE_COLOR: '' };
  return execa('node', [launcher, ...args], { cwd: folder, env, reject: false, stdin: 'ignore' });
}

describe('the command line as a program', () => {
  test.each<[string[], number, RegExp]>([
    [['--version'], 0, /^\d+\.\d+\.\d+$/],
    [['check', 'good.md'], 0, /1 post checked/],
    [['check', 'broken.md'], 1, /broken\.md:8:5 {2}error .*link-broken/],
    [['check', 'not-there'], 2, /not-there/],
    [['chekc'], 2, /Did you mean check\?/],
    [['verify', 'good.md', '--dry-run'], 0, /docker ps/],
    [['build', 'good.md', '--out', 'site'], 0, /1 post/],
  ])('%j ends with %d and says so', async (args, code, said) => {
    const { exitCode, stdout, stderr } = await seaworthy(...args);
    expect(`${stdout}\n${stderr}`.trim()).toMatch(said);
    expect(exitCode).toBe(code);
  });

  test('writes no colours into a pipe', async () => {
    const { stdout, stderr } = await seaworthy('check', 'broken.md');
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test('survives a reader that stops reading', async () => {
    const command = `node ${JSON.stringify(launcher)} verify good.md --dry-run | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await execa('bash', ['-c', command], { cwd: folder, stdin: 'ignore' });
    expect([stdout, stderr]).toEqual(['0', '']);
  });

  test('hears of a full disk behind stdout', async () => {
    const command = `node ${JSON.stringify(launcher)} verify good.md --dry-run > /dev/full; echo "$?"`;
    const { stdout, stderr } = await execa('bash', ['-c', command], { cwd: folder, stdin: 'ignore' });
    expect(stdout).toBe('2');
    expect(stderr).toMatch(/disk is full/i);
  });
});
