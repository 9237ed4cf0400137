import type { DockerClient } from './docker.ts';
import { hiddenShell } from './hidden-shell.ts';
import { parseImageName } from './image-name.ts';
import type { Origin } from './machine.ts';
import type { Registry } from './registry.ts';

const deadlineMs = 30_000;
const manifests = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
].join(', ');

/** Of which images it is asked where they come from. */
export interface OriginOptions {
  /** Name of the machines' image. */
  machineImage: string;
  registry: Registry;
  /** Images as pages name them. */
  names: readonly string[];
  signal: AbortSignal;
}

/** What a machine opened now would be made of, and would get for these images. Null when a part of it can't be known. */
export async function readOrigin(
  client: DockerClient,
  { machineImage, registry, names, signal }: OriginOptions,
): Promise<Origin | null> {
  const [engine, machine, container] = await Promise.all([
    client.call<{ Version: string; KernelVersion?: string; Arch?: string }>('GET', '/version', { signal }),
    client.call<{ Id: string }>('GET', `/images/${machineImage}/json`, { signal }),
    client.call<{ Image: string }>('GET', `/containers/${registry.id}/json`, { signal }),
  ]);
  const images = await digestsOf(client, registry, names, signal);
  if (images === null) return null;
  return {
    engine: `${engine.Version} ${engine.KernelVersion ?? ''} ${engine.Arch ?? ''}`,
    machine: machine.Id,
    // What machines have pushed is gone with the registry's container.
    registry: `${container.Image} ${registry.id}`,
    images,
  };
}

// Asked from inside the registry, whose network this computer may not reach (Docker Desktop).
async function digestsOf(
  client: DockerClient,
  registry: Registry,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Record<string, string> | null> {
  const parsed = names.map(parseImageName);
  const known = parsed.filter((image) => image !== null && image !== 'elsewhere');
  if (known.length < names.length) return null;
  const requests = known.map(
    ({ repository, reference }) =>
      `curl -sSI --max-time 10 -H 'Accept: ${manifests}' http://localhost:5000/v2/${repository}/manifests/${reference} || exit 9; echo ---`,
  );
  const shell = hiddenShell(client, registry.id);
  try {
    const answer = await shell.run(requests.join('; '), { timeoutMs: deadlineMs, signal });
    return answer.exitStatus === 0 ? readAnswers(names, answer.stdout) : null;
  } finally {
    shell.close();
  }
}

/** The digests in the headers that the registry has sent, one group a name. Null when one of them is no answer. */
export function readAnswers(names: readonly string[], headers: string): Record<string, string> | null {
  const groups = headers.split(/^---\r?\n/m);
  const digests = names.map((_, index) => digestIn(groups[index] ?? ''));
  if (digests.includes(null)) return null;
  return Object.fromEntries(names.map((name, index) => [name, digests[index] as string]));
}

function digestIn(headers: string): string | null {
  const status = Number(/^HTTP\/[\d.]+ (\d+)/m.exec(headers)?.[1]);
  // That it isn't there is an answer too.
  if (status === 404) return 'absent';
  return status === 200 ? (/^docker-content-digest: *(\S+)/im.exec(headers)?.[1] ?? null) : null;
}
