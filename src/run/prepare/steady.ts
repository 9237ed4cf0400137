import type { Machine } from '../../machine/machine.ts';
import { type ContainerState, type EngineState, engineRequest } from '../engine-state.ts';
import type { ContainerLives } from '../lives/deaths.ts';
import { localPort } from '../local-port.ts';

/**
 * What has been seen to keep running: images with the command that their containers run. Who knows that a server of this
 * kind stays up need not wait half a second for each one to find out.
 */
export class Steady {
  private readonly seen = new Set<string>();
  /** Each container that was seen, by its short id. */
  private readonly known = new Map<string, ContainerState>();
  /** Since when those run that were started and have not ended since, in seconds since 1970. */
  private readonly upSince = new Map<string, number>();

  /** Learns from containers that have been up for a while. */
  learn({ containers }: EngineState): void {
    for (const container of containers) {
      this.known.set(container.id, container);
      if (container.state === 'running' && !container.isNew) this.note(container);
    }
  }

  /** Learns from what containers did up to a moment (seconds since 1970), later than all it was told before. */
  learnLives({ starts, ends, deaths }: ContainerLives, until: number): void {
    const told = [
      ...starts.map((one) => ({ ...one, isStart: true })),
      ...ends.map((one) => ({ ...one, isStart: false })),
    ].sort((a, b) => a.at - b.at);
    for (const { container, at, isStart } of told) {
      if (isStart) this.upSince.set(container, at);
      else this.endLife(container, at, !deaths.some((one) => one.container === container && one.at === at));
    }
    for (const container of this.known.values())
      if (until - (this.upSince.get(container.id) ?? until) >= whileS) this.note(container);
  }

  /** Learns that a page was there at this address: what serves it has come through its start. */
  answered(url: string): void {
    const asked = localPort(url);
    if (asked === null) return;
    for (const container of this.known.values())
      if (this.upSince.has(container.id) && container.ports.some(({ host }) => host === asked))
        this.note(container);
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

  // Who ran until it was told to end would have gone on.
  private endLife(id: string, at: number, wasTold: boolean): void {
    const since = this.upSince.get(id) ?? at;
    this.upSince.delete(id);
    const container = this.known.get(id);
    if (container === undefined) return;
    if (!wasTold) this.seen.delete(kindOf(container));
    else if (at - since >= whileS) this.note(container);
  }
}

// A container whose command ends at once does not run for as long, in seconds.
const whileS = 0.5;

function kindOf({ image, command }: ContainerState): string {
  return `${image}\n${command}`;
}

/** Whether a container still runs after half a second: one whose command ends at once does not. */
async function isUpForAWhile(machine: Machine, container: string): Promise<boolean> {
  const end = engineRequest(`containers/${container}/wait`, { method: 'POST', timeoutSeconds: whileS });
  // A slow engine may not have said in time that it has ended: what counts is the look afterwards.
  const look = `${engineRequest(`containers/${container}/json`)} | grep -q '"Running":true'`;
  const script = `${end} >/dev/null 2>&1; [ $? -eq 28 ] && ${look}`;
  return (await machine.run(script, { timeoutMs: 20_000 })).exitStatus === 0;
}
