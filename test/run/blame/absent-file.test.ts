import { expect, test } from 'vitest';
import { explainFailure } from '../../../src/run/blame/explain-failure.ts';
import { shellBlame } from '../../../src/run/blame/shell.ts';
import { failureOf } from '../../helpers/failure-of.ts';

const help = "\n\nRun 'docker run --help' for more information";

test.each([
  ['docker run --env-file .env web', `docker: open .env: no such file or directory${help}`, '.env'],
  [
    'docker run --mount type=bind,source=/srv/a,target=/a web',
    `docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /srv/a${help}`,
    '/srv/a',
  ],
  ['docker compose up -d', 'env file /home/reader/app.env not found: stat', '/home/reader/app.env'],
  [
    'docker build .',
    'ERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory',
    'Dockerfile',
  ],
  ['cat list', 'cat: list: No such file or directory', 'list'],
])('%s lacks a file', async (ran, output, file) => {
  expect(shellBlame(await failureOf(ran, output))).toMatchObject({
    verdict: 'failed',
    cause: { whose: 'page', message: `there is no ${file} at this point of the page` },
  });
});

test('a program that sudo does not find is named', async () => {
  const failure = await failureOf('sudo netstat -tulpn', 'sudo: netstat: command not found');
  expect(shellBlame(failure)?.cause.message).toBe('a fresh machine has no command “netstat”');
});

test('what lacks in a container is not said to lack on the page', async () => {
  const output =
    'OCI runtime exec failed: exec: "/bin/bash": stat /bin/bash: no such file or directory: unknown';
  expect(shellBlame(await failureOf('docker exec -it web /bin/bash', output))).toBeNull();
});

test('where to read on is not what went wrong', async () => {
  const failure = await failureOf('docker run web', `docker: something odd${help}`);
  expect((await explainFailure(failure)).cause.message).toContain('said “docker: something odd”');
});
