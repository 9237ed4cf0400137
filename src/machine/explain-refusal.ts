import { DockerError } from './docker.ts';
import { MachineError } from './machine.ts';

/** What the engine's refusal means for a person: a MachineError. Everything else stays as it is. */
export function explainRefusal(error: unknown): unknown {
  if (!(error instanceof DockerError)) return error;
  const isFull = /no space left on device|disk quota exceeded/i.test(error.message);
  if (isFull) {
    return new MachineError(`The disk of the Docker Engine is full: ${error.message}`, {
      whose: 'disk',
      hint: 'Free some space (`docker system df` shows what takes it), then run the command again.',
      cause: error,
    });
  }
  return new MachineError(`No machine could be started: ${error.message}`, {
    whose: 'machine',
    hint:
      error.status === 404
        ? 'Run `npm run setup`, then the command again.'
        : 'Run `npm run setup`; it checks the engine.',
    cause: error,
  });
}
