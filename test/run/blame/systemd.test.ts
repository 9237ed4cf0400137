import { expect, test } from 'vitest';
import { systemdBlame } from '../../../src/run/blame/systemd.ts';
import { failureOf } from '../../helpers/failure-of.ts';

test.each([
  ['systemctl status docker', 'bash: systemctl: command not found'],
  ['sudo systemctl enable docker', 'sudo: systemctl: command not found'],
  ['sudo reboot', 'sudo: reboot: command not found'],
  ['sudo systemctl start docker', 'System has not been booted with systemd as init system (PID 1).'],
])('%s says nothing about the page', async (ran, output) => {
  expect(systemdBlame(await failureOf(ran, output))).toMatchObject({
    verdict: 'blocked',
    cause: { whose: 'machine' },
  });
});

test.each([
  ['systemclt status docker', 'bash: systemclt: command not found'],
  ['docker run debian sh -c systemctl', 'sh: 1: systemctl: not found'],
])('%s would fail for a reader too', async (ran, output) => {
  expect(systemdBlame(await failureOf(ran, output))).toBeNull();
});
