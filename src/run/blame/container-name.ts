import { readEngineState } from '../engine-state.ts';
import { type Blame, type Failure, pageIsWrong } from './failure.ts';

const unknownHosts = [
  /bad address '([\w.-]+?)(?::\d+)?'/,
  /could not resolve host: ([\w.-]+)/i,
  /could not translate host name "([\w.-]+)"/,
  /getaddrinfo (?:EAI_AGAIN|ENOTFOUND) ([\w.-]+)/,
  /unknown host ['"]?([\w.-]+)/i,
  /(?<![\w.-])([\w.-]{1,253}): (?:Name or service not known|Temporary failure in name resolution)/,
];

/** A container that another one can't find by its name: Docker's default network knows no names. */
export async function containerNameBlame({ output, machine }: Failure): Promise<Blame | null> {
  const host = unknownHosts.map((pattern) => pattern.exec(output)?.[1]).find((one) => one !== undefined);
  if (host === undefined) return null;
  const { containers } = await readEngineState(machine);
  if (!containers.some(({ name, state }) => name === host && state === 'running')) return null;
  return pageIsWrong(
    `the container “${host}” is not found by its name`,
    'names are known only in a network that the page has made: docker network create …, and --network for both',
  );
}
