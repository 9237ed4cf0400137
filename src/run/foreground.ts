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

/** Whether a command starts or joins a container without giving the prompt back. */
export function keepsTerminal(ran: string): boolean {
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

/** Whether any container runs. */
export async function anyRunning(machine: Machine): Promise<boolean> {
  return newestRunning(await readEngineState(machine)) !== null;
}

/**
 * The first later command in the same terminal that shows the page to count on the server while typing goes on. Where
 * the page says nothing of the foreground, each that names the server counts; where it does (`saidToStay`), a reader
 * presses Ctrl-C, and only what needs the server running counts, until it is started again.
 */
export function needsServer(
  server: Server,
  later: readonly PlannedCommand[],
  saidToStay: boolean,
): PlannedCommand | null {
  for (const command of later.filter((one) => (one.terminal ?? 1) === 1)) {
    if (needsRunning(server, command)) return command;
    const isNamed = wordTextsOf(command.source).some((words) => words.includes(server.name));
    if (isNamed && !saidToStay) return command;
    if (isNamed && startsAgain(command)) return null;
  }
  return null;
}

const onRunning = new Set(['exec', 'attach', 'top', 'stats', 'port', 'pause', 'kill', 'stop']);

function needsRunning(server: Server, { source, expectations }: PlannedCommand): boolean {
  const isOwnPage = (url: string): boolean => server.ports.some((port) => url.includes(`:${port}`));
  if (expectations.some((expectation) => expectation.kind === 'http' && isOwnPage(expectation.url)))
    return true;
  return wordsOf(source).some((words) => {
    const call = dockerCall(words);
    if (call === null) return words[0]?.text === 'curl' && words.some((word) => isOwnPage(word.text));
    if (callName(call) === 'container ls')
      return (
        !hasFlag(call, '-a', '--all') &&
        expectations.some((one) => one.kind === 'words' && one.words.includes(server.name))
      );
    return (
      call.object === 'container' &&
      onRunning.has(call.verb) &&
      call.args.some((word) => word.text === server.name)
    );
  });
}

function startsAgain({ source }: PlannedCommand): boolean {
  return wordsOf(source).some((words) => {
    const call = dockerCall(words);
    return (
      call !== null &&
      ['container start', 'container restart', 'container run', 'container rm'].includes(callName(call))
    );
  });
}
