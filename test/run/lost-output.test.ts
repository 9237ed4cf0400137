import { expect, test } from 'vitest';
import type { Machine } from '../../src/machine/machine.ts';
import { lostOutput } from '../../src/run/judge/lost-output.ts';

const pulled = 'Status: Downloaded newer image for hello-world:latest';
const log = '\nHello from Docker!\nThis message shows\n';

function machineWith(stdout: string): Machine {
  return { run: async () => ({ exitStatus: 0, stdout, stderr: '' }) } as unknown as Machine;
}

test('what a container has logged and no terminal has shown is lost', async () => {
  expect(await lostOutput('docker run hello-world', pulled, machineWith(log))).toBe(
    'Hello from Docker!\nThis message shows',
  );
});

test.each([
  ['docker run hello-world', `${pulled}\nHello from Docker!`, log],
  ['docker run hello-world', pulled, ''],
  ['docker run -d hello-world', '', log],
  ['docker run --rm hello-world', '', log],
  ['docker run hello-world | head -n 1', '', log],
  ['docker ps', '', log],
])('nothing is lost: %s', async (ran, output, logged) => {
  expect(await lostOutput(ran, output, machineWith(logged))).toBe('');
});
