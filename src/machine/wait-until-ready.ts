import type { EngineInfo } from '../model/report.ts';
import type { HiddenShell } from './hidden-shell.ts';
import { MachineError } from './machine.ts';
import type { Registry } from './registry.ts';

const deadlineMs = 60_000;
const versionsFile = '/usr/local/lib/seaworthy/versions';

/**
 * Waits in a started machine until its engine begins to start, which is the last thing that its entry point does: from
 * then on a reader may be let in, whose processes are limited. Throws MachineError when that takes longer than 60 s.
 */
export async function waitUntilBegun(hidden: HiddenShell, signal: AbortSignal): Promise<void> {
  const begun = 'until [ -e /run/docker-ssd.pid ]; do sleep 0.02; done';
  const { exitStatus } = await hidden.run(begun, { timeoutMs: deadlineMs, signal });
  if (exitStatus !== 0) throw notStarted('its entry point went on for too long');
}

/**
 * Waits in a started machine until its engine and the registry answer, and says which versions these are.
 * Throws MachineError when that takes longer than 60 s or the engine has died.
 */
export async function waitUntilReady(
  hidden: HiddenShell,
  registry: Registry,
  signal: AbortSignal,
): Promise<EngineInfo> {
  const waited = await hidden.run(waitScript(registry.url), { timeoutMs: deadlineMs, signal });
  switch (waited.exitStatus) {
    case 0:
      return engineInfo(waited.stdout, registry);
    case 4:
      throw new MachineError(`The image registry does not answer at ${registry.url}.`, {
        whose: 'registry',
        hint: 'Look at `docker logs seaworthy-registry`; `docker rm -f seaworthy-registry` lets the next run make it anew.',
      });
    default:
      throw notStarted(lastLine(waited.stdout));
  }
}

function notStarted(why: string): MachineError {
  return new MachineError(`The engine in the machine did not start: ${why}`, {
    whose: 'machine',
    hint: 'Look whether the computer is short of memory or disk, then run the command again.',
  });
}

// The engine's socket is there before the engine answers, which then answers at once: hence the patience of one request.
// The shell may be there before the entry point has started the engine: only an engine that was there and went has died.
function waitScript(registryUrl: string): string {
  return `
tries=0 seen=
until ping=$(curl -fsS -D - -o /dev/null --max-time 50 --unix-socket /run/docker.sock http://docker/_ping 2>/dev/null); do
  if pidof dockerd >/dev/null; then seen=1
  elif [ -n "$seen" ]; then tail -n 1 /var/log/docker.log; exit 3
  fi
  sleep 0.03
done
until curl -fsS --max-time 5 -o /dev/null ${registryUrl}/v2/; do
  tries=$((tries + 1)); [ "$tries" -lt 60 ] || exit 4
  sleep 0.1
done 2>/dev/null
cat ${versionsFile}
printf '%s' "$ping" | tr -d '\\r' | sed -n 's/^[Aa]pi-[Vv]ersion: */api=/p'
`;
}

function engineInfo(stdout: string, registry: Registry): EngineInfo {
  const values = new Map(
    stdout.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return {
    version: plainVersion(values.get('engine') ?? ''),
    api: values.get('api') ?? '',
    compose: plainVersion(values.get('compose') ?? ''),
    buildx: plainVersion(values.get('buildx') ?? ''),
    os: values.get('os') ?? '',
    registry: registry.title,
    standIns: registry.standIns,
  };
}

/** Without what a distribution adds: `28.5.2+dfsg4` and `2.40.3-3` are 28.5.2 and 2.40.3 to a reader. */
function plainVersion(version: string): string {
  return /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? version;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) || 'it did not answer within 60 s';
}
