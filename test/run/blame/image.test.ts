import { expect, test } from 'vitest';
import { imageBlame } from '../../../src/run/blame/image.ts';
import { failureOf } from '../../helpers/failure-of.ts';

async function blameFor(image: string): Promise<unknown> {
  const output = `Unable to find image '${image}' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io`;
  const failure = await failureOf('', output);
  failure.machine.engine.standIns = ['debian:latest', 'debian:stable', 'debian:oldstable', 'busybox:glibc'];
  return imageBlame(failure);
}

test('a tag misspelt by a letter is the page’s slip', async () => {
  expect(await blameFor('debian:stabel')).toMatchObject({
    verdict: 'failed',
    cause: { hint: expect.stringContaining('debian:stable') },
  });
});

test.each(['debian:unstable', 'debian:oldoldstable', 'debian:testing', 'busybox:uclibc'])(
  '%s exists, though the stand-ins have none of it: nothing is known',
  async (image) => {
    expect(await blameFor(image)).toMatchObject({ verdict: 'blocked', cause: { whose: 'registry' } });
  },
);

test('a mapping of ports that has lost its flag is no image', async () => {
  expect(await blameFor('8080:80')).toMatchObject({
    verdict: 'failed',
    cause: { message: '“8080:80” is taken for the image', hint: 'ports are published with -p 8080:80' },
  });
});

test('an image of which the stand-in registry has other tags is told with these', async () => {
  expect(await blameFor('debian:8')).toMatchObject({
    verdict: 'blocked',
    cause: { message: expect.stringContaining('has only debian as latest, stable, oldstable') },
  });
  expect(await blameFor('quay:8')).toMatchObject({
    cause: { message: expect.stringContaining('has only debian, busybox') },
  });
});

test('of the images of a build, the one is blamed that Docker names in its error', async () => {
  const output = ` => CANCELED [internal] load metadata for docker.io/library/python:3.13-slim    0.2s
 => ERROR [internal] load metadata for docker.io/library/bsuybox:latest    0.2s
------
 > [internal] load metadata for docker.io/library/bsuybox:latest:
------
ERROR: failed to build: failed to solve: bsuybox: failed to resolve source metadata for docker.io/library/bsuybox:latest: docker.io/library/bsuybox:latest: not found`;
  expect(imageBlame(await failureOf('docker build -t logpage .', output))).toMatchObject({
    verdict: 'failed',
    cause: { message: 'there is no image “bsuybox”', hint: 'did you mean “busybox”?' },
  });
});
