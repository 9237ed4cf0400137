import type { Machine } from '../../machine/machine.ts';
import type { PlannedCommand } from '../../model/plan.ts';
import { callName, type DockerCall, dockerCall, flagValues, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf, wordTextsOf } from '../../shell/words-of.ts';
import { type EngineState, readEngineState } from '../engine-state.ts';

/** A server that keeps the terminal of its command: its container, and the ports that it publishes. */
export interface Server {
  id: string;
  name: string;
  ports: number[];
}

/**
 * The container that keeps the terminal because it is a server: one that `docker run` (without -d), `start -a`,
 * `attach` or `compose up` holds there, which runs its image's own command and offers a port. Null for anything that
 * may still end by itself. `before`: ids of the containers that were there when the command was typed.
 */
export async function serverInForeground(
  ran: string,
  machine: Machine,
  before: ReadonlySet<string>,
): Promise<Server | null> {
  const held = await heldContainer(ran, machine, before);
  if (held === null || runsOwnCommand(ran)) return null;
  const asked = await machine.run(`docker inspect -f '{{json .Config.ExposedPorts}}' ${held.id}`, {
    timeoutMs: 10_000,
  });
  if (!/"\d+\/tcp"/.test(asked.stdout)) return null;
  return { id: held.id, name: held.name, ports: held.ports.map((port) => port.host) };
}

/** The running container that a command holds in the terminal; null when there is none (yet). */
export async function heldContainer(
  ran: string,
  machine: Machine,
  before: ReadonlySet<string>,
): Promise<EngineState['containers'][number] | null> {
  const call = holdingCall(ran);
  if (call === null) return null;
  const state = await readEngineState(machine);
  const named = [
    ...flagValues(call, '--name'),
    ...(call.verb === 'run' ? [] : call.args.map((word) => word.text)),
  ];
  const running = state.containers.filter((container) => container.state === 'running');
  const byName = running.find(
    (container) => named.includes(container.name) || named.some((name) => container.id.startsWith(name)),
  );
  return byName ?? running.find((container) => !before.has(container.id)) ?? null;
}

/** Whether a command starts or joins a container without giving the prompt back. */
export function holdsTerminal(ran: string): boolean {
  return holdingCall(ran) !== null;
}

/** Whether a command turns to a container that was made before, in which something may wait at its prompt already. */
export function turnsToContainer(ran: string): boolean {
  const call = holdingCall(ran);
  return call !== null && ['container start', 'container attach'].includes(callName(call));
}

function holdingCall(ran: string): DockerCall | null {
  return (
    wordsOf(ran)
      .map(dockerCall)
      .find((call) => call !== null && holds(call)) ?? null
  );
}

function holds(call: DockerCall): boolean {
  // Ctrl-C ends no more than the look at it.
  if (flagValues(call, '--sig-proxy').includes('false')) return false;
  if (callName(call) === 'container start') return hasFlag(call, '-a', '--attach');
  return (
    ['container run', 'container attach', 'compose up'].includes(callName(call)) &&
    !hasFlag(call, '-d', '--detach')
  );
}

// `docker run nginx sh -c …`: what it does is the page's business, not the image's.
function runsOwnCommand(ran: string): boolean {
  const call = holdingCall(ran);
  return call !== null && callName(call) === 'container run' && call.args.length > 1;
}

/** Whether any container runs. */
export async function anyRunning(machine: Machine): Promise<boolean> {
  return (await readEngineState(machine)).containers.some((container) => container.state === 'running');
}

/**
 * The first later command in the same terminal that shows the page to count on the server while typing goes on. Where
 * the page says nothing of the foreground, each that names the server counts; where it does (`saidToStay`), a reader
 * presses Ctrl-C, and only what needs the server running counts, until it is started again.
 */
export function needsServer(
  server: Server,
  later: readonly PlannedCommand[],
  { saidToStay, terminal }: { saidToStay: boolean; terminal: number },
): PlannedCommand | null {
  for (const command of later.filter((one) => (one.terminal ?? 1) === terminal)) {
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
