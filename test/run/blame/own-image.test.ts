import { expect, test } from 'vitest';
import { ownImageBlame } from '../../../src/run/blame/own-image.ts';
import { failureOf } from '../../helpers/failure-of.ts';

/** The blame for an image that can't be had while the machine holds these. */
async function blameFor(image: string, held: string[]): Promise<unknown> {
  const output = `Unable to find image '${image}' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io`;
  const failure = await failureOf('', output);
  const images = JSON.stringify(held.map((name) => ({ Id: name, RepoTags: [name], RepoDigests: [] })));
  const stdout = ['[]', images, '[]', '{"Volumes":[]}'].join('\n---seaworthy---\n');
  failure.machine.run = async () => ({ exitStatus: 0, stdout, stderr: '' });
  return ownImageBlame(failure);
}

test('a name of one word that is nearly that of an image built on the page is a slip, also where no registry can be asked', async () => {
  expect(await blameFor('cpatain', ['captain:latest'])).toMatchObject({
    verdict: 'failed',
    cause: {
      message: 'there is no image “cpatain” at this point of the page',
      hint: 'did you mean “captain”?',
    },
  });
});

test('so is another tag of an image built on the page', async () => {
  expect(await blameFor('captain:3.0', ['captain:2.0'])).toMatchObject({
    verdict: 'failed',
    cause: { hint: 'did you mean “captain:2.0”?' },
  });
});

test.each([
  ['an official image', 'debian:8', ['debian:12']],
  ['an image of somebody', 'ada/captain', ['captain:latest']],
  ['a name unlike all that are there', 'harbour', ['captain:latest']],
  ['a name unlike the official ones that are there', 'nodes', ['node:22']],
])('nothing is said of %s', async (_, image, held) => {
  expect(await blameFor(image, held)).toBeNull();
});
