import { expect, test } from 'vitest';
import { systemdBlame } from '../../../src/run/blame/systemd.ts';
import type { ShellWord } from '../../../src/shell/parse-shell.ts';
import { fakeMachine } from '../../helpers/fake-machine.ts';

async function blameFor(ran: string, output: string): Promise<unknown> {
  const words = ran.split(' ').map((text) => ({ text }) as ShellWord);
  const machine = await fakeMachine();
  return systemdBlame({
    ran,
    commands: [words],
    output,
    statuses: [127],
    machine,
    images: [],
    done: undefined as never,
  });
}

test.each([
  ['systemctl status docker', 'bash: systemctl: command not found'],
  ['sudo systemctl enable docker', 'sudo: systemctl: command not found'],
  ['sudo reboot', 'sudo: reboot: command not found'],
  ['sudo systemctl start docker', 'System has not been booted with systemd as init system (PID 1).'],
])('%s says nothing about the page', async (ran, output) => {
  expect(await blameFor(ran, output)).toMatchObject({ verdict: 'blocked', cause: { whose: 'machine' } });
});

test.each([
  ['systemclt status docker', 'bash: systemclt: command not found'],
  ['docker run debian sh -c systemctl', 'sh: 1: systemctl: not found'],
])('%s would fail for a reader too', async (ran, output) => {
  expect(await blameFor(ran, output)).toBeNull();
});
