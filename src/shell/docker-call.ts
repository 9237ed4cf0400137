import type { ShellWord } from './parse-shell.ts';

/** A call of Docker's command line, taken apart. `docker ps` and `docker container ls` are the same call. */
export interface DockerCall {
  /** `container`, `image`, `network`, `volume`, `compose`, `system` … */
  readonly object: string;
  /** The verb in its long spelling: `ls`, `rm`, `run`, `logs` … */
  readonly verb: string;
  readonly flags: readonly DockerFlag[];
  /** The words that are no flags; for `run` and `exec` with the command that runs inside. */
  readonly args: readonly ShellWord[];
}

export interface DockerFlag {
  /** `-d` or `--detach`; letters written together are taken apart. */
  readonly name: string;
  /** The word that holds the value; for `--name=web` the same word as the flag's. */
  readonly valueWord: ShellWord | null;
  readonly value: string | null;
}

const groups = new Set(
  'builder buildx checkpoint compose config container context image manifest network node plugin secret service stack swarm system trust volume'.split(
    ' ',
  ),
);
const short: Readonly<Record<string, [string, string]>> = {
  ps: ['container', 'ls'],
  images: ['image', 'ls'],
  rmi: ['image', 'rm'],
  build: ['image', 'build'],
  history: ['image', 'history'],
  import: ['image', 'import'],
  load: ['image', 'load'],
  pull: ['image', 'pull'],
  push: ['image', 'push'],
  save: ['image', 'save'],
  tag: ['image', 'tag'],
  events: ['system', 'events'],
  info: ['system', 'info'],
  login: ['system', 'login'],
  logout: ['system', 'logout'],
  search: ['system', 'search'],
  version: ['system', 'version'],
  inspect: ['container', 'inspect'],
};
const synonyms: Readonly<Record<string, string>> = { list: 'ls', ps: 'ls', remove: 'rm', delete: 'rm' };

const bareLetters: Readonly<Record<string, string>> = {
  run: 'ditPq',
  create: 'itPq',
  exec: 'dit',
  rm: 'flv',
  logs: 'ft',
  ls: 'alqs',
  build: 'q',
  cp: 'aLq',
  commit: 'p',
  inspect: 's',
  stats: 'a',
  pull: 'aq',
  push: 'aq',
  start: 'ai',
  up: 'dVy',
  down: 'v',
  prune: 'af',
  version: 'f',
};
const bareLong = new Set(
  'abort-on-container-exit all always-recreate-deps archive attach build detach digests disable-content-trust follow follow-link force force-recreate force-rm help init interactive latest menu no-build no-cache no-color no-cors no-deps no-healthcheck no-log-prefix no-prune no-recreate no-start no-stream no-trunc no-tty no-TTY oom-kill-disable orphans pause prefix privileged publish-all quiet quiet-pull read-only remove-orphans renew-anon-volumes rm service-ports services sig-proxy size squash timestamps tree tty use-aliases use-api-socket version volumes wait watch'.split(
    ' ',
  ),
);

// Many rules ask about the same command.
const known = new WeakMap<readonly ShellWord[], DockerCall | null>();

/** Takes the words of a simple command apart as a call of Docker; null when it is another program. */
export function dockerCall(words: readonly ShellWord[]): DockerCall | null {
  const before = known.get(words);
  if (before !== undefined) return before;
  const call = takeApart(words);
  known.set(words, call);
  return call;
}

function takeApart(words: readonly ShellWord[]): DockerCall | null {
  const rest = withoutWrappers(words);
  const program = rest[0]?.text;
  if (program === 'docker-compose') return composeCall(rest.slice(1));
  if (program !== 'docker' && program !== 'podman') return null;
  const at = skipGlobalFlags(rest, 1);
  const first = rest[at]?.text;
  if (first === undefined || first.startsWith('-'))
    return { object: 'docker', verb: '', flags: [], args: [] };
  if (first === 'compose') return composeCall(rest.slice(at + 1));
  if (groups.has(first)) {
    const verb = rest[at + 1]?.text ?? '';
    return finish(
      { object: first, verb: verb.startsWith('-') ? '' : (synonyms[verb] ?? verb) },
      rest.slice(at + 2),
    );
  }
  const [object, verb] = short[first] ?? ['container', first];
  return finish({ object, verb }, rest.slice(at + 1));
}

/** Whether one of these flags is set: `hasFlag(call, '-d', '--detach')`. */
export function hasFlag(call: DockerCall, ...names: string[]): boolean {
  return call.flags.some((flag) => names.includes(flag.name) && flag.value !== 'false');
}

/** The words without `sudo`, variables set in front, and what else only wraps a command. */
export function withoutWrappers(words: readonly ShellWord[]): readonly ShellWord[] {
  let at = 0;
  while (at < words.length && /^(?:sudo|time|nohup|exec|command|env|winpty|\w+=.*)$/s.test(words[at]!.text)) {
    const isSudo = words[at]!.text === 'sudo';
    at++;
    while (isSudo && /^-[EHnSkb]+$/.test(words[at]?.text ?? '')) at++;
  }
  return at >= words.length ? words : words.slice(at);
}

function skipGlobalFlags(words: readonly ShellWord[], from: number): number {
  let at = from;
  while (words[at]?.text.startsWith('-')) {
    at += /^(?:-H|-c|-l|--host|--context|--log-level|--config)$/.test(words[at]!.text) ? 2 : 1;
  }
  return at;
}

function composeCall(words: readonly ShellWord[]): DockerCall {
  let at = 0;
  while (words[at]?.text.startsWith('-')) {
    at += /^(?:-f|-p|--file|--project-name|--profile|--env-file|--project-directory)$/.test(words[at]!.text)
      ? 2
      : 1;
  }
  return finish({ object: 'compose', verb: words[at]?.text ?? '' }, words.slice(at + 1));
}

/** A call that is still being taken apart. */
interface OpenCall extends Pick<DockerCall, 'object' | 'verb'> {
  flags: DockerFlag[];
  args: ShellWord[];
}

function finish(name: { object: string; verb: string }, words: readonly ShellWord[]): DockerCall {
  const call: OpenCall = { ...name, flags: [], args: [] };
  let at = 0;
  while (at < words.length) {
    const word = words[at]!;
    if (word.text === '--') {
      call.args.push(...words.slice(at + 1));
      return call;
    }
    if (!/^-./.test(word.text)) {
      if (stopsFlags(call)) {
        call.args.push(...words.slice(at));
        return call;
      }
      call.args.push(word);
      at++;
    } else {
      at += word.text.startsWith('--') ? takeLong(call, words, at) : takeLetters(call, words, at);
    }
  }
  return call;
}

// Behind its first argument everything belongs to the command that runs inside.
function stopsFlags(call: OpenCall): boolean {
  return (
    ['run', 'exec', 'create'].includes(call.verb) && call.object !== 'network' && call.object !== 'volume'
  );
}

function takeLong(call: OpenCall, words: readonly ShellWord[], at: number): number {
  const word = words[at]!;
  const [, name, value] = /^(--[^=]+)(?:=(.*))?$/s.exec(word.text) ?? [null, word.text, undefined];
  const isBare = bareLong.has(name!.slice(2)) || (name === '--pull' && call.verb === 'build');
  if (value !== undefined || isBare) {
    call.flags.push({ name: name!, value: value ?? null, valueWord: value === undefined ? null : word });
    return 1;
  }
  call.flags.push({ name: name!, value: words[at + 1]?.text ?? null, valueWord: words[at + 1] ?? null });
  return 2;
}

function takeLetters(call: OpenCall, words: readonly ShellWord[], at: number): number {
  const word = words[at]!;
  const bare =
    (bareLetters[call.verb] ?? '') +
    (call.object === 'compose' && ['exec', 'run'].includes(call.verb) ? 'T' : '');
  const letters = word.text.slice(1);
  for (const [index, letter] of [...letters].entries()) {
    if (bare.includes(letter)) {
      call.flags.push({ name: `-${letter}`, value: null, valueWord: null });
      continue;
    }
    const rest = letters.slice(index + 1).replace(/^=/, '');
    const valueWord = rest === '' ? (words[at + 1] ?? null) : word;
    call.flags.push({ name: `-${letter}`, value: rest === '' ? (valueWord?.text ?? null) : rest, valueWord });
    return rest === '' ? 2 : 1;
  }
  return 1;
}

/** Object and verb of a call in one word pair: `container run`, `compose up`, `image ls`. */
export function callName(call: DockerCall): string {
  return `${call.object} ${call.verb}`;
}

/** The values given to a flag under any of its names. */
export function flagValues(call: DockerCall, ...names: string[]): string[] {
  return call.flags.flatMap((flag) => (names.includes(flag.name) && flag.value !== null ? [flag.value] : []));
}
