import { callName, dockerCall } from '../../shell/docker-call.ts';
import type { Failure } from './failure.ts';

const notThere =
  /pull access denied for|repository does not exist|manifest unknown|manifest for \S+ not found|insufficient_scope|(?:docker\.io|registry)\S*: not found|invalid reference format/;
const notReached =
  /registry-1\.docker\.io|auth\.docker\.io|failed to resolve reference|failed to do request|error pulling image|failed to resolve source metadata|Get "https:\/\/[^"]+\/v2\//;
// What BuildKit could not look up; above it stand the other images of the build too.
const refusedByBuild =
  /failed to resolve source metadata for docker\.io\/(?:library\/)?([\w./-]+(?::[\w.-]+)?):/;
const refused =
  /Unable to find image '([^']+)' locally|docker\.io\/(?!v2\/)(?:library\/)?([\w./-]+(?::[\w.-]+)?)["': ]|pull access denied for ([\w./-]+)|manifest for (\S+) not found/;

/** Whether an output says that an image could not be had, be it refused or not asked for. */
export function isRefused(output: string): boolean {
  return notThere.test(output) || notReached.test(output);
}

/** Whether an output says that a registry was not reached: nothing is known about the image. */
export function isUnreached(output: string): boolean {
  return notReached.test(output);
}

/** The image that could not be had, without the tag `latest`; null where the failure names none. */
export function refusedImage({ commands, output }: Failure): string | null {
  const told = refusedByBuild.exec(output) ?? refused.exec(output);
  const typed = commands
    .map(dockerCall)
    .find(
      (call) => call !== null && ['container run', 'container create', 'image pull'].includes(callName(call)),
    );
  const image = typed?.args[0]?.text ?? told?.slice(1).find((part) => part !== undefined);
  return image === undefined ? null : image.replace(/:latest$/, '');
}
