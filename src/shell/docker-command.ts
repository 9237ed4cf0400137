/** A `docker …` call taken apart: `docker container run -d -p 80:80 nginx sh` has verb `run`. */
export interface DockerCommand {
  /** `run`, `image rm`, `compose up` …; the `container` in front of a container's verb is left out. */
  verb: string;
  /** Flags without their dashes, in their long form where there is one, each with its values (`''` for switches). */
  flags: Map<string, string[]>;
  operands: string[];
}

const groups = new Set(
  [
    'container image network volume system builder buildx compose context manifest node plugin secret service',
    'stack swarm config checkpoint trust scout model',
  ]
    .join(' ')
    .split(' '),
);

const sameVerb: Record<string, string> = {
  'container ls': 'ps',
  'container list': 'ps',
  'container ps': 'ps',
  'container inspect': 'inspect',
  'image ls': 'images',
  'image list': 'images',
  'image rm': 'rmi',
  'image remove': 'rmi',
  'image build': 'build',
  'image pull': 'pull',
  'image push': 'push',
  'image tag': 'tag',
  'image history': 'history',
  'image save': 'save',
  'image load': 'load',
  'container remove': 'rm',
  'buildx build': 'build',
  'builder build': 'build',
};

const longNames: Record<string, string> = {
  d: 'detach',
  i: 'interactive',
  t: 'tty',
  p: 'publish',
  P: 'publish-all',
  v: 'volume',
  e: 'env',
  w: 'workdir',
  u: 'user',
  h: 'hostname',
  m: 'memory',
  l: 'label',
  a: 'all',
  q: 'quiet',
  n: 'last',
  s: 'size',
  c: 'cpu-shares',
};

const buildNames: Record<string, string> = { t: 'tag', f: 'file', q: 'quiet', o: 'output' };

// Switches of each verb: everything else that starts with a dash takes a value.
const commonSwitches = 'help all quiet no-trunc force interactive tty detach debug D';
const switches: Record<string, string> = {
  run: 'detach interactive tty publish-all rm init privileged read-only no-healthcheck oom-kill-disable quiet sig-proxy disable-content-trust use-api-socket help',
  create:
    'interactive tty publish-all rm init privileged read-only no-healthcheck oom-kill-disable quiet disable-content-trust use-api-socket help',
  exec: 'detach interactive tty privileged help',
  ps: 'all quiet no-trunc size latest help',
  logs: 'f follow details t timestamps help',
  rm: 'f force l link v volumes volume label help',
  rmi: 'f force no-prune help',
  build: 'no-cache pull quiet rm force-rm squash compress load push help check D debug',
  start: 'attach interactive all help',
  attach: 'no-stdin sig-proxy help',
  stats: 'all no-stream no-trunc help',
  pull: 'all all-tags quiet disable-content-trust help',
  push: 'all all-tags quiet disable-content-trust help',
  'compose up':
    'detach build no-build wait force-recreate no-recreate no-deps no-start always-recreate-deps remove-orphans abort-on-container-exit no-color no-log-prefix quiet-pull watch help',
};
const shortSwitches: Record<string, string> = { start: 'a', rm: 'flv', logs: 'ft', rmi: 'f' };

/** Takes apart the words of one simple command; null when it is no `docker` call (`sudo` in front is fine). */
export function parseDockerCommand(words: readonly string[]): DockerCommand | null {
  const rest = words.slice(words.findIndex((word) => word !== 'sudo' && !/^\w+=/.test(word)));
  if (rest[0] !== 'docker') return null;
  let at = 1;
  while (rest[at]?.startsWith('-') === true)
    at += /^(-H|-c|-l|--host|--context|--config|--log-level)$/.test(rest[at]!) ? 2 : 1;
  const [first, second] = [rest[at], rest[at + 1]];
  if (first === undefined) return { verb: '', flags: new Map(), operands: [] };
  const grouped = groups.has(first);
  if (grouped && first === 'compose') return composeCommand(rest.slice(at + 1));
  const spelled = grouped && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
  const verb = sameVerb[spelled] ?? (first === 'container' && spelled !== first ? second! : spelled);
  return { verb, ...parseFlags(verb, rest.slice(at + spelled.split(' ').length)) };
}

function composeCommand(words: readonly string[]): DockerCommand {
  let at = 0;
  while (words[at]?.startsWith('-') === true)
    at +=
      words[at]!.includes('=') || /^--(verbose|compatibility|dry-run|all-resources)$/.test(words[at]!)
        ? 1
        : 2;
  const verb = `compose ${words[at] ?? ''}`.trim();
  return { verb, ...parseFlags(verb, words.slice(at + 1)) };
}

function parseFlags(verb: string, words: readonly string[]): Pick<DockerCommand, 'flags' | 'operands'> {
  const flags = new Map<string, string[]>();
  const put = (name: string, value: string): void =>
    void flags.set(name, [...(flags.get(name) ?? []), value]);
  const isSwitch = (name: string): boolean => (switches[verb] ?? commonSwitches).split(' ').includes(name);
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at]!;
    if (word === '--') {
      at += 1;
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      if (stopsAtOperand(verb)) break;
      put('', word);
      continue;
    }
    const [name, glued] = word.startsWith('--') ? splitLong(word) : [null, null];
    if (name !== null) {
      if (glued !== null) put(name, glued);
      else if (isSwitch(name)) put(name, '');
      else put(name, words[(at += 1)] ?? '');
      continue;
    }
    at += shortFlags(verb, word.slice(1), words[at + 1], put, isSwitch);
  }
  const operands = [...(flags.get('') ?? []), ...words.slice(at)];
  flags.delete('');
  return { flags, operands };
}

// After the image or container of these, everything belongs to the command inside.
function stopsAtOperand(verb: string): boolean {
  return ['run', 'create', 'exec', 'compose exec', 'compose run'].includes(verb);
}

function splitLong(word: string): [string, string | null] {
  const at = word.indexOf('=');
  return at === -1 ? [word.slice(2), null] : [word.slice(2, at), word.slice(at + 1)];
}

function shortFlags(
  verb: string,
  letters: string,
  next: string | undefined,
  put: (name: string, value: string) => void,
  isSwitch: (name: string) => boolean,
): number {
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index]!;
    const name = (verb === 'build' ? buildNames[letter] : undefined) ?? longNames[letter] ?? letter;
    if (isSwitch(name) || isSwitch(letter) || shortSwitches[verb]?.includes(letter) === true) {
      put(name, '');
      continue;
    }
    const glued = letters.slice(index + 1);
    put(name, glued === '' ? (next ?? '') : glued.replace(/^=/, ''));
    return glued === '' ? 1 : 0;
  }
  return 0;
}
