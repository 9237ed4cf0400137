import type { Machine } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';

const perMs = 1_000_000;
// What Docker takes where an image or the page sets nothing.
const usual = { interval: 30_000, timeout: 30_000, retries: 3 };
// As long as any command may take.
const longestMs = 300_000;

/** Whether a container is promised to be healthy and its engine is still finding out. */
export function awaitsHealth({ expectations }: PlannedCommand, output: string): boolean {
  const isPromised = expectations.some((one) => {
    const text = one.kind === 'output' ? one.text : one.kind === 'words' ? one.words.join(' ') : '';
    return /\bhealthy\b/.test(text);
  });
  return isPromised && /\bstarting\b/.test(output);
}

/** How long, in ms, the containers that are still starting may take until they count as unhealthy. */
export async function healthPatience(machine: Machine): Promise<number> {
  const { stdout } = await machine.run(
    "docker ps -q --filter health=starting | xargs -r docker inspect -f '{{json .Config.Healthcheck}}'",
    { timeoutMs: 15_000 },
  );
  const deadlines = stdout.split('\n').map(healthDeadline);
  return Math.min(longestMs, Math.max(0, ...deadlines));
}

/** When a container with this health check (a line of JSON, times in ns) counts as unhealthy, in ms from its start. */
export function healthDeadline(line: string): number {
  const check = readCheck(line);
  if (check === null) return 0;
  const interval = check.Interval ? check.Interval / perMs : usual.interval;
  const timeout = check.Timeout ? check.Timeout / perMs : usual.timeout;
  return (check.StartPeriod ?? 0) / perMs + (check.Retries || usual.retries) * (interval + timeout);
}

interface HealthCheck {
  Interval?: number;
  Timeout?: number;
  StartPeriod?: number;
  Retries?: number;
}

function readCheck(line: string): HealthCheck | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as HealthCheck;
  } catch {
    return null;
  }
}
