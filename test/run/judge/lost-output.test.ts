import { expect, test } from 'vitest';
import type { Machine } from '../../../src/machine/machine.ts';
import { lostOutput } from '../../../src/run/judge/lost-output.ts';

const pulled = 'Status: Downloaded newer image for hello-world:latest';
const log = '\nHello from Docker!\nThis message shows\n';

/** A machine whose newest container has logged something, and prints something when it is started once more. */
function machineWith(logged: string, again = { exitStatus: 0, stdout: '' }): Machine {
  const ran = { exitStatus: 0, stdout: logged, stderr: '' };
  return {
    run: async (script: string) => (script.includes('docker start') ? { ...ran, ...again } : ran),
  } as unknown as Machine;
}

test('what a container has logged and no terminal has shown is lost', async () => {
  expect(await lostOutput('docker run hello-world', pulled, machineWith(log))).toEqual({
    text: 'Hello from Docker!\nThis message shows',
    foundIn: 'its log',
  });
});

test('so is what it prints when it is started once more, where its log has nothing either', async () => {
  const machine = machineWith('', { exitStatus: 0, stdout: log });
  expect(await lostOutput('docker run hello-world', pulled, machine)).toEqual({
    text: 'Hello from Docker!\nThis message shows',
    foundIn: 'a second run of it',
  });
});

test('what a container prints that may not be started once more, or fails then, says nothing', async () => {
  const machine = machineWith('', { exitStatus: 1, stdout: log });
  expect(await lostOutput('docker run hello-world', pulled, machine)).toBeNull();
});

test.each([
  ['docker run hello-world', `${pulled}\nHello from Docker!`, log],
  ['docker run hello-world', pulled, ''],
  ['docker run -d hello-world', '', log],
  ['docker run --rm hello-world', '', log],
  ['docker run hello-world | head -n 1', '', log],
  ['docker ps', '', log],
])('nothing is lost: %s', async (ran, output, logged) => {
  expect(await lostOutput(ran, output, machineWith(logged))).toBeNull();
});
