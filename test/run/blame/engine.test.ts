import { expect, test } from 'vitest';
import { engineBlame } from '../../../src/run/blame/engine.ts';
import { failureOf } from '../../helpers/failure-of.ts';

const noFork = "sh: can't fork: Resource temporarily unavailable";

test.each([
  ['docker run --rm busybox true', noFork],
  ['make -j', 'make: fork: Resource temporarily unavailable'],
  ['docker run --rm busybox true', 'Cannot allocate memory'],
  ['docker commit -m "a message" web web:2', 'Cannot allocate memory'],
])('%s says nothing about the page when the machine has no room left', async (ran, output) => {
  expect(await engineBlame(await failureOf(ran, output))).toMatchObject({
    verdict: 'blocked',
    cause: { whose: 'machine' },
  });
});

test.each([
  ["docker run --rm --pids-limit 10 busybox sh -c 'for i in 1 2 3; do sleep 2 & done'", noFork],
  ['docker run --rm --pids-limit=10 busybox true', noFork],
  ['docker container run --rm --ulimit nproc=3 busybox true', noFork],
  ['docker run --rm -m 64m python:3 python app.py', 'OSError: [Errno 12] Cannot allocate memory'],
  ['docker run --rm --memory 64m python:3 python app.py', 'OSError: [Errno 12] Cannot allocate memory'],
])('%s runs into a limit that the page has set', async (ran, output) => {
  expect(await engineBlame(await failureOf(ran, output))).toBeNull();
});

test('a limit of the page does not explain an engine that is gone', async () => {
  const failure = await failureOf('docker run -m 64m busybox', 'Cannot connect to the Docker daemon');
  expect(await engineBlame(failure)).toMatchObject({ verdict: 'blocked', cause: { whose: 'engine' } });
});

test('an engine of another computer, to which the page has turned, is missing here', async () => {
  const output =
    'error during connect: Get "http://ship.example.com/v1.51/version": exec: "ssh": executable file not found in $PATH';
  expect(await engineBlame(await failureOf('docker version', output))).toMatchObject({
    verdict: 'blocked',
    cause: { whose: 'network', message: expect.stringContaining('ship.example.com') },
  });
});

test('an engine in another container is not: that the two do not find each other is for the page to mend', async () => {
  const output =
    'error during connect: Get "https://docker:2376/v1.51/version": dial tcp: lookup docker on 127.0.0.11:53: no such host';
  expect(await engineBlame(await failureOf('docker run docker:cli version', output))).toBeNull();
});
