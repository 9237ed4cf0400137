import type { Machine } from '../../machine/machine.ts';
import { type ContainerState, type EngineState, engineRequest } from '../engine-state.ts';

/**
 * What has been seen to keep running: images with the command that their containers run. Who knows that a server of this
 * kind stays up need not wait half a second for each one to find out.
 */
export class Steady {
  private readonly seen = new Set<string>();

  /** Learns from containers that have been up for a while. */
  learn({ containers }: EngineState): void {
    for (const container of containers)
      if (container.state === 'running' && !container.isNew) this.note(container);
  }

  /** Whether a container that runs now goes on running: as others like it did, or else for half a second. */
  async staysUp(container: ContainerState, machine: Machine): Promise<boolean> {
    if (this.seen.has(kindOf(container))) return true;
    const isUp = await isUpForAWhile(machine, container.id);
    if (isUp) this.note(container);
    return isUp;
  }

  /** Whether some container of an image was seen to stay up. */
  hasImage(image: string): boolean {
    return [...this.seen].some((kind) => kind.startsWith(`${image}\n`));
  }

  private note(container: ContainerState): void {
    this.seen.add(kindOf(container));
  }
}

function kindOf({ image, command }: ContainerState): string {
  return `${image}\n${command}`;
}

/** Whether a container still runs after half a second: one whose command ends at once does not. */
async function isUpForAWhile(machine: Machine, container: string): Promise<boolean> {
  const end = engineRequest(`containers/${container}/wait`, { method: 'POST', timeoutSeconds: 0.5 });
  // A slow engine may not have said in time that it has ended: what counts is the look afterwards.
  const look = `${engineRequest(`containers/${container}/json`)} | grep -q '"Running":true'`;
  const script = `${end} >/dev/null 2>&1; [ $? -eq 28 ] && ${look}`;
  return (await machine.run(script, { timeoutMs: 20_000 })).exitStatus === 0;
}
