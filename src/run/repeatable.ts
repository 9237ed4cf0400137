import { dockerCall, hasFlag, withoutWrappers } from '../shell/docker-call.ts';
import type { ShellWord } from '../shell/parse-shell.ts';
import { wordsOf } from '../shell/words-of.ts';

const lookingObjects = new Set('container,image,network,volume,compose,system,service,stack,node'.split(','));
const lookingVerbs = new Set(['ls', 'ps', 'logs', 'inspect', 'stats', 'top', 'port', 'diff', 'images', 'df']);
const readers = new Set(['cat', 'ls', 'grep', 'wc', 'head', 'tail', 'sort', 'jq']);
// A request with a body, a method or a file of its own may change something each time.
const curlSends = /^(?:--(?:request|data|json|form|upload-file|output|remote-name)|-[A-Za-z]*[XdFToO])/;

/** Whether a command only looks, so that a reader may type it again when what it shows is not there yet. */
export function isRepeatable(ran: string): boolean {
  const commands = wordsOf(ran);
  return commands.length > 0 && !ran.includes('>') && commands.every(onlyLooks);
}

// What reaches out of a container, or stays when it is gone.
const reachesOut = [
  '-d,--detach,--name,-v,--volume,--mount,--volumes-from,--network,--net,-p,--publish,-P,--publish-all',
  '--link,--device,--privileged,--pid,--ipc,--uts,--cgroupns,-i,--interactive,-t,--tty',
].flatMap((flags) => flags.split(','));

/** Whether all that a command does is done in a container of its own that is gone afterwards. */
export function leavesNoTrace(ran: string): boolean {
  const commands = wordsOf(ran);
  return commands.length === 1 && !/[|>]/.test(ran) && commands.every(isThrownAway);
}

function isThrownAway(words: readonly ShellWord[]): boolean {
  const call = dockerCall(words);
  const isRun = call !== null && call.object === 'container' && call.verb === 'run';
  return isRun && hasFlag(call, '--rm') && !hasFlag(call, ...reachesOut);
}

function onlyLooks(words: readonly ShellWord[]): boolean {
  const call = dockerCall(words);
  if (call !== null) return lookingObjects.has(call.object) && lookingVerbs.has(call.verb);
  return readers.has(words[0]?.text ?? '');
}

/**
 * Whether a command met a server that is not ready yet, so that a reader, who types slower, would not have seen it or
 * would try again. A client that could not connect has changed nothing. What an answer says is never asked for twice:
 * it may count its visitors.
 */
export function notReadyYet(
  ran: string,
  { statuses, output }: { statuses: readonly number[]; output: string },
): boolean {
  if (ran.includes('>')) return false;
  return (
    statuses.some((status) => status !== 0) &&
    ((refusedClient.test(output) && hasOneClient(ran)) || refusedCurl(statuses, ran))
  );
}

const clients = new Set(
  'psql pg_isready pg_dump createdb mysql mariadb mysqladmin mariadb-admin mysqldump mariadb-dump redis-cli valkey-cli mongo mongosh rabbitmqctl rabbitmq-diagnostics rabbitmqadmin'.split(
    ' ',
  ),
);
const harmless = new Set([...readers, 'echo', 'printf', 'sleep', 'true']);

// What stood before the client, or what a script does besides, has been done when the client is refused.
function hasOneClient(ran: string): boolean {
  const others = wordsOf(ran).filter((words) => !onlyLooks(words) && !harmless.has(words[0]?.text ?? ''));
  return others.length === 1 && isClient(others[0]!);
}

function isClient(words: readonly ShellWord[]): boolean {
  const call = dockerCall(words);
  if (call === null) {
    const [program = '', flag = '', script = ''] = withoutWrappers(words).map(({ text }) => text);
    if (/^(?:ba|da)?sh$/.test(program) && /^-\w*c$/.test(flag)) return hasOneClient(script);
    return clients.has(program.slice(program.lastIndexOf('/') + 1));
  }
  // A container with a name is there the second time, and one in the background stays.
  const isLasting = call.verb === 'run' && hasFlag(call, '--name', '-d', '--detach');
  return ['exec', 'run'].includes(call.verb) && !isLasting && isClient(call.args.slice(1));
}

// As the clients of PostgreSQL, MySQL and MariaDB, Redis, MongoDB and RabbitMQ say it.
const refusedClient = new RegExp(
  [
    'the database system is (?:starting up|not (?:yet )?accepting connections|in recovery mode)',
    'could not connect to server: (?:Connection refused|No such file or directory)',
    'connection to server (?:at|on) [^\\n]* failed: (?:Connection refused|No such file or directory)',
    'ERROR 200[23]\\b',
    "Can't connect to (?:local )?(?:MySQL |MariaDB )?server",
    'Could not connect to Redis at [^\\n]*: Connection refused',
    'Redis is loading the dataset',
    String.raw`:\d+ - (?:no response|rejecting connections)`,
    'MongoNetworkError: connect ECONNREFUSED',
    'unable to perform an operation on node',
  ].join('|'),
  'i',
);

// Refused, empty answer, reset.
function refusedCurl(statuses: readonly number[], ran: string): boolean {
  const isPlain = wordsOf(ran).every(
    (words) =>
      onlyLooks(words) || (words[0]?.text === 'curl' && !words.some((word) => curlSends.test(word.text))),
  );
  return isPlain && statuses.some((status) => [7, 52, 56].includes(status));
}
