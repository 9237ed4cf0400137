import { expect, test } from 'vitest';
import { windowStepBlame } from '../../../src/run/blame/window-step.ts';
import { failureOf } from '../../helpers/failure-of.ts';

const taken = 'The container name "/web" is already in use by container "0123".';
const run = 'docker run --name web nginx';
const removes = { line: 9, sentence: 'Delete the container in the Dashboard.', removes: true };

test('what should have been removed with the mouse says nothing about the page', async () => {
  const failure = { ...(await failureOf(run, taken)), windowStep: removes, done: [{ line: 3, ran: run }] };
  expect(await windowStepBlame(failure)).toMatchObject({
    verdict: 'blocked',
    cause: { message: expect.stringContaining('line 9') },
  });
});

test('what was made after the step is in the way all the same', async () => {
  const failure = { ...(await failureOf(run, taken)), windowStep: removes, done: [{ line: 12, ran: run }] };
  expect(await windowStepBlame(failure)).toBeNull();
});

test('what should have been made with the mouse is not there', async () => {
  const failure = await failureOf('docker logs web', 'Error response from daemon: No such container: web');
  expect(await windowStepBlame({ ...failure, windowStep: { ...removes, removes: false } })).not.toBeNull();
  expect(await windowStepBlame({ ...failure, windowStep: removes })).toBeNull();
  expect(await windowStepBlame(failure)).toBeNull();
});

test('what is only misspelt says nothing about the step', async () => {
  const output = 'Error response from daemon: No such container: webb';
  const failure = await failureOf('docker logs webb', output);
  await failure.machine.run('docker run -d --name web nginx');
  expect(await windowStepBlame({ ...failure, windowStep: { ...removes, removes: false } })).toBeNull();
});
