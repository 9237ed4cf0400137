import type { Machine } from '../machine/machine.ts';
import type { PlannedCommand } from '../model/plan.ts';
import { callName, dockerCall, hasFlag } from '../shell/docker-call.ts';
import { type EngineState, readEngineState } from './engine-state.ts';
import { wordsOf, wordTextsOf } from './words-of.ts';

export interface Server {
  name: string;
  ports: number[];
}

/**
 * The container that keeps the terminal because it is a server: one that `docker run` (without -d), `start -a` or
 * `compose up` started there, which runs and offers a port. Null while it may still end by itself.
 */
export async function serverInForeground(ran: string, machine: Machine): Promise<Server | null> {
  if (!keepsTerminal(ran)) return null;
  const state = await readEngineState(machine);
  const running = newestRunning(state);
  if (running === null) return null;
  const asked = await machine.run(`docker inspect -f '{{json .Config.ExposedPorts}}' ${running.id}`, {
    timeoutMs: 10_000,
  });
  const ports = [...asked.stdout.matchAll(/"(\d+)\/tcp"/g)].map((match) => Number(match[1]));
  return ports.length === 0 ? null : { name: running.name, ports: running.ports.map((port) => port.host) };
}

function keepsTerminal(ran: string): boolean {
  return wordsOf(ran).some((words) => {
    const call = dockerCall(words);
    if (call === null) return false;
    if (callName(call) === 'container start') return hasFlag(call, '-a', '--attach');
    return (
      ['container run', 'container attach', 'compose up'].includes(callName(call)) &&
      !hasFlag(call, '-d', '--detach')
    );
  });
}

function newestRunning(state: EngineState): EngineState['containers'][number] | null {
  return state.containers.find((container) => container.state === 'running') ?? null;
}

/** The first later command that needs the server while typing goes on: by its name, its port, or because it lists. */
export function needsServer(server: Server, later: readonly PlannedCommand[]): PlannedCommand | null {
  return (
    later.find(
      (command) =>
        wordTextsOf(command.source).some((words) => words.includes(server.name)) ||
        command.expectations.some(
          (expectation) =>
            expectation.kind === 'http' && server.ports.some((port) => expectation.url.includes(`:${port}`)),
        ),
    ) ?? null
  );
}
