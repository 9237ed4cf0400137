import type { ShellWord } from '../parse-shell.ts';

/** A flag of a call, with its value when it has one. */
export interface DockerFlag {
  /** `-d` or `--detach`; letters written together are taken apart. */
  readonly name: string;
  /** The word that holds the value; for `--name=web` the same word as the flag's. */
  readonly valueWord: ShellWord | null;
  readonly value: string | null;
}

// The letters that take no value, by the verb.
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

// The long flags that take no value, whatever the verb.
const bareLong = new Set(
  'abort-on-container-exit all always-recreate-deps archive attach build detach digests disable-content-trust follow follow-link force force-recreate force-rm help init interactive latest menu no-build no-cache no-color no-cors no-deps no-healthcheck no-log-prefix no-prune no-recreate no-start no-stream no-trunc no-tty no-TTY oom-kill-disable orphans pause prefix privileged publish-all quiet quiet-pull read-only remove-orphans renew-anon-volumes rm service-ports services sig-proxy size squash timestamps tree tty use-aliases use-api-socket version volumes wait watch'.split(
    ' ',
  ),
);

/** The flags that one word of a call holds (`-it` holds two), and how many words they take with their value. */
export interface TakenFlags {
  flags: DockerFlag[];
  words: 1 | 2;
}

/** Takes the flags of the word at an index of a call's words, `--name` or letters such as `-it`. */
export function takeFlags(
  call: { object: string; verb: string },
  words: readonly ShellWord[],
  at: number,
): TakenFlags {
  return words[at]!.text.startsWith('--') ? takeLong(call, words, at) : takeLetters(call, words, at);
}

function takeLong({ verb }: { verb: string }, words: readonly ShellWord[], at: number): TakenFlags {
  const word = words[at]!;
  const [, name, value] = /^(--[^=]+)(?:=(.*))?$/s.exec(word.text) ?? [null, word.text, undefined];
  const isBare = bareLong.has(name!.slice(2)) || (name === '--pull' && verb === 'build');
  if (value !== undefined || isBare) {
    const flag = { name: name!, value: value ?? null, valueWord: value === undefined ? null : word };
    return { flags: [flag], words: 1 };
  }
  const next = words[at + 1];
  return { flags: [{ name: name!, value: next?.text ?? null, valueWord: next ?? null }], words: 2 };
}

function takeLetters(
  { object, verb }: { object: string; verb: string },
  words: readonly ShellWord[],
  at: number,
): TakenFlags {
  const flags: DockerFlag[] = [];
  const word = words[at]!;
  const bare =
    (bareLetters[verb] ?? '') + (object === 'compose' && ['exec', 'run'].includes(verb) ? 'T' : '');
  const letters = word.text.slice(1);
  for (const [index, letter] of [...letters].entries()) {
    if (bare.includes(letter)) {
      flags.push({ name: `-${letter}`, value: null, valueWord: null });
      continue;
    }
    const rest = letters.slice(index + 1).replace(/^=/, '');
    const valueWord = rest === '' ? (words[at + 1] ?? null) : word;
    flags.push({ name: `-${letter}`, value: rest === '' ? (valueWord?.text ?? null) : rest, valueWord });
    return { flags, words: rest === '' ? 2 : 1 };
  }
  return { flags, words: 1 };
}
