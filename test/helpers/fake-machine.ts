import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import type { Machine, MachineFactory } from '../../src/machine/machine.ts';
import { localTerminal } from './local-terminal.ts';

const tools = path.resolve(import.meta.dirname, '../fixtures/fake-engine');

/** A machine for tests: a shell of this computer in which `docker` and `curl` are toys that keep state in a folder. */
export async function fakeMachine(): Promise<Machine> {
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-fake-'));
  const state = path.join(folder, 'state');
  const home = path.join(folder, 'home');
  await execa('mkdir', ['-p', state, home]);
  const env = { PATH: `${tools}:${process.env.PATH}`, FAKE_STATE: state, HOME: home, LANG: 'C.UTF-8' };
  return {
    id: 'fake',
    engine: {
      version: '28.5.2',
      api: '1.51',
      compose: '2.40.3',
      buildx: '0.29.1',
      os: 'fake',
      registry: 'stand-in',
      standIns: ['nginx:latest'],
    },
    isFresh: true,
    enterWith: 'nowhere',
    openTerminal: async () => localTerminal({ env, cwd: home }),
    async run(script, options = {}) {
      const result = await execa('bash', ['-c', script], {
        env,
        cwd: home,
        reject: false,
        timeout: options.timeoutMs ?? 30_000,
        input: options.input ?? '',
        stripFinalNewline: false,
      });
      return { exitStatus: result.exitCode ?? 124, stdout: result.stdout, stderr: result.stderr };
    },
    injury: async () => null,
    keep: () => {},
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives a fresh fake machine each time. */
export const fakeFactory: MachineFactory = { open: () => fakeMachine() };
