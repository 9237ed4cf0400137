import type { Machine } from '../../machine/machine.ts';
import { type Blame, type Failure, pageIsWrong, somethingIsMissing } from './failure.ts';

/** A command for a swarm without one, or a port of a swarm service to which this machine can't route. */
export async function swarmBlame({ output, machine }: Failure): Promise<Blame | null> {
  if (/This node is not a swarm manager/.test(output))
    return pageIsWrong(
      'the engine manages no swarm at this point of the page',
      'let the reader make one first (docker swarm init)',
    );
  const port = /(?:Failed to connect to|connect to) (?:localhost|127\.0\.0\.1)[: ](?:port )?(\d+)/.exec(
    output,
  )?.[1];
  return port === undefined ? null : meshBlame(Number(port), machine);
}

/**
 * That a port is published by a swarm service, in a machine whose kernel can't route to services: the routing mesh needs
 * IPVS, which a container can't load. Null when that is not so.
 */
export async function meshBlame(port: number, machine: Machine): Promise<Blame | null> {
  const script = `docker service ls --format '{{.Ports}}' 2>/dev/null | grep -q ':${port}->' && ! [ -e /proc/net/ip_vs ]`;
  const asked = await machine.run(script, { timeoutMs: 10_000 });
  if (asked.exitStatus !== 0) return null;
  return somethingIsMissing(
    'machine',
    `port ${port} is published by a swarm service, and this machine's kernel has no IPVS to route to it`,
    'load the module ip_vs on this computer (modprobe ip_vs), and verify again',
  );
}
