import { type DockerFlag, takeFlags } from './docker-call/flags.ts';
import { longName } from './docker-call/names.ts';
import type { ShellWord } from './parse-shell.ts';

export type { DockerFlag } from './docker-call/flags.ts';

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
  const { object, verb, words: taken } = longName(first, rest[at + 1]?.text);
  return takeWords({ object, verb }, rest.slice(at + taken));
}

function composeCall(words: readonly ShellWord[]): DockerCall {
  let at = 0;
  while (words[at]?.text.startsWith('-')) {
    at += /^(?:-f|-p|--file|--project-name|--profile|--env-file|--project-directory)$/.test(words[at]!.text)
      ? 2
      : 1;
  }
  return takeWords({ object: 'compose', verb: words[at]?.text ?? '' }, words.slice(at + 1));
}

function skipGlobalFlags(words: readonly ShellWord[], from: number): number {
  let at = from;
  while (words[at]?.text.startsWith('-')) {
    at += /^(?:-H|-c|-l|--host|--context|--log-level|--config)$/.test(words[at]!.text) ? 2 : 1;
  }
  return at;
}

/** A call that is still being taken apart. */
interface OpenCall extends Pick<DockerCall, 'object' | 'verb'> {
  flags: DockerFlag[];
  args: ShellWord[];
}

function takeWords(name: { object: string; verb: string }, words: readonly ShellWord[]): DockerCall {
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
      const taken = takeFlags(call, words, at);
      call.flags.push(...taken.flags);
      at += taken.words;
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

/** Object and verb of a call in one word pair: `container run`, `compose up`, `image ls`. */
export function callName(call: DockerCall): string {
  return `${call.object} ${call.verb}`;
}

/** Whether one of these flags is set: `hasFlag(call, '-d', '--detach')`. */
export function hasFlag(call: DockerCall, ...names: string[]): boolean {
  return call.flags.some((flag) => names.includes(flag.name) && flag.value !== 'false');
}

/** The values given to a flag under any of its names. */
export function flagValues(call: DockerCall, ...names: string[]): string[] {
  return call.flags.flatMap((flag) => (names.includes(flag.name) && flag.value !== null ? [flag.value] : []));
}
