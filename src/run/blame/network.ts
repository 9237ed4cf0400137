import type { Machine } from '../../machine/machine.ts';
import { type Blame, type Failure, pageIsWrong, somethingIsMissing } from './failure.ts';

const unresolved = [
  /Could not resolve host: ([\w.-]+)/i,
  /Temporary failure resolving '([\w.-]+)'/,
  /unable to resolve host address [‘']([\w.-]+)/,
  /Could not resolve '([\w.-]+)'/,
  /lookup ([\w.-]+)(?: on [\w.:[\]]+)?: (?:no such host|server misbehaving|i\/o timeout|Temporary failure|connection refused|read udp)/,
  /(?:Temporary failure in name resolution|Name or service not known)[^\n]*?(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i,
  /([a-z0-9-]+(?:\.[a-z0-9-]+)+)[^\n]*?(?:Temporary failure in name resolution|Name or service not known)/i,
  /\bbad address '([\w.-]+)'/,
  /getaddrinfo (?:EAI_AGAIN|ENOTFOUND) ([\w.-]+)/,
];

const unreachable = [
  /Failed to connect to ([\w.-]+) port \d+[^\n]*(?:Network is unreachable|timed out|No route to host)/i,
  /dial tcp ([\w.:[\]-]+): (?:connect: network is unreachable|i\/o timeout|connect: no route to host)/,
  /Connection timed out after[^\n]*?([\w.-]+)?/,
];

const serverAtFault =
  /(?:returned error|status code|HTTP error|HTTP\/[\d.]+|response status)[: ]+(429|50[0-4])/i;

// Reading a line of a whole file would take long.
const longestLine = 500;

/** Hosts that many machines reach: when none of them can be found, it is this machine that has no internet. */
const wellKnownHosts = ['example.com', 'github.com', 'wikipedia.org', 'cloudflare.com'];

/** A host that couldn't be found or reached. The page's fault only where the rest of the internet is there. */
export async function networkBlame(failure: Failure): Promise<Blame | null> {
  const host = hostIn(failure.output) ?? curlHost(failure);
  if (host === null) {
    const status = serverAtFault.exec(failure.output)?.[1];
    const url = failure.commands
      .flat()
      .map((word) => word.text)
      .find((text) => /^https?:\/\//.test(text));
    const isOwnServer =
      url === undefined ? /\b(?:curl|wget)\b/.test(failure.ran) : isLocal(new URL(url).hostname);
    if (status === undefined || isOwnServer) return null;
    return somethingIsMissing(
      'network',
      `a server answered with ${status}, which is never the page's fault`,
      'run it again later',
    );
  }
  if (isLocal(host)) return null;
  if (await hasInternet(failure.machine))
    return pageIsWrong(
      `${host} can't be reached, though the rest of the internet can`,
      `check the address; has ${host} moved or gone?`,
    );
  return somethingIsMissing(
    'network',
    `${host} can't be reached from here: this machine has no internet`,
    `verify where ${host} can be reached`,
  );
}

function hostIn(output: string): string | null {
  const text = output
    .split('\n')
    .map((line) => line.slice(0, longestLine))
    .join('\n');
  for (const pattern of [...unresolved, ...unreachable]) {
    const host = pattern.exec(text)?.[1];
    if (host !== undefined) return host;
  }
  return null;
}

// `curl -s` and `wget -q` fail without a word; their exit status says what it was.
function curlHost(failure: Failure): string | null {
  const stage = failure.statuses.findIndex((status) => status === 6 || status === 4);
  if (stage === -1) return null;
  const words = failure.commands.find((command) =>
    command.some((word) => word.text === 'curl' || word.text === 'wget'),
  );
  const url = words?.map((word) => word.text).find((word) => /^https?:\/\//.test(word));
  return url === undefined ? null : new URL(url).hostname;
}

function isLocal(host: string): boolean {
  return host === 'localhost' || !host.includes('.') || /^127\.|^0\.0\.0\.0$|^::1$/.test(host);
}

/** Whether the machine can find hosts of the internet at all. */
async function hasInternet(machine: Machine): Promise<boolean> {
  const looks = wellKnownHosts
    .map((host) => `timeout 4 getent hosts ${host} >/dev/null && echo found &`)
    .join(' ');
  const answer = await machine.run(`${looks} wait`, { timeoutMs: 8_000 });
  return answer.stdout.includes('found');
}
