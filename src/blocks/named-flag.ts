import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { dockerCall } from '../shell/docker-call.ts';
import type { BlockContext, Draft } from './block-context.ts';
import type { Sentence, Span } from './reading/sentences.ts';

const joins = '(?:(?:now|then|and|so|here|next|again|also|this time),? )*';
const flagWord = '(?:(?:the|its|another|option|flag|switch|argument|parameter) )*';
// “With `-f` …:”, “Add the flag `-a`:”, “The option `--init` …:”, “`--tail` …:”; up to the flag.
const lead = new RegExp(
  String.raw`^\W*${joins}(?:(?:with|add|adding|use|using|pass|passing) ${flagWord}|the (?:option|flag|switch) )?$`,
  'i',
);
// What may lead to a command that goes without it.
const otherwise =
  /\b(?:not|no|never|nothing|none|without|instead|unlike|missing|lacks?|omit\w*|forg[eo]t\w*|leav\w*|left|skip\w*|drop\w*|remov\w*|would|could|might|if|unless|but|later|before|same|like|alone|default)\b|n['’]t\b/i;

// What the verbs take that tutorials explain flags of: a sentence about a flag that none of them takes is about another command.
const flagsOf: Readonly<Record<string, string>> = {
  build:
    '-f -q -t --build-arg --file --network --no-cache --platform --progress --pull --quiet --secret --tag --target',
  config: '-q --images --quiet --services --volumes',
  exec: '-d -e -i -t -u -w --detach --env --interactive --privileged --tty --user --workdir',
  inspect: '-f -s --format --size',
  logs: '-f -n -t --follow --since --tail --timestamps --until',
  ls: '-a -f -q --all --digests --filter --format --no-trunc --quiet --services --size --status',
  prune: '-a -f --all --filter --force --volumes',
  rm: '-f -l -s -v --force --link --stop --volumes',
  run: '-d -e -h -i -m -p -P -t -u -v -w --cap-add --cap-drop --cpus --detach --entrypoint --env --env-file --hostname --init --interactive --label --link --log-opt --memory --mount --name --network --pids-limit --platform --privileged --publish --publish-all --read-only --restart --rm --security-opt --tmpfs --tty --user --volume --workdir',
  start: '-a -i --attach --interactive',
  stats: '-a --all --format --no-stream --no-trunc',
  stop: '-s -t --signal --time --timeout',
  up: '-d --abort-on-container-exit --build --detach --force-recreate --no-deps --pull --quiet-pull --remove-orphans --scale --wait',
  down: '-t -v --remove-orphans --rmi --timeout --volumes',
};

/**
 * What a reader stumbles over below “With `-f`, Docker follows the log:” when no command of the block has that flag. Only
 * of calls of Docker that take it, and only where it can't be there in another spelling.
 */
export function namedFlagFindings(context: BlockContext, drafts: readonly Draft[]): Diagnostic[] {
  const sentence = context.before.at(-1);
  const flag = sentence === undefined ? null : namedFlag(sentence);
  if (sentence === undefined || flag === null || drafts.length === 0) return [];
  // It may also tell what the command before has done: “With `-d`, the terminal is free. …”.
  const typed = context.last === null ? drafts : [...drafts, context.last];
  if (typed.some(({ planned }) => mayHave(planned.source, flag))) return [];
  if (!drafts.every(isPlainCall) || !drafts.some((draft) => takes(draft, flag))) return [];
  return [
    diagnostic(
      'flag-not-typed',
      sentence.place,
      `The sentence above the block says what \`${flag}\` does, and no command of it has \`${flag}\`.`,
      'Add it to the command, or say what the command does without it.',
    ),
  ];
}

function namedFlag(sentence: Sentence): string | null {
  const { text } = sentence;
  const first = sentence.spans.find(({ kind }) => kind === 'code');
  const name = first === undefined ? null : /^--?[A-Za-z][\w-]*(?=$|[ =])/.exec(first.text)?.[0];
  if (first === undefined || name === undefined || name === null) return null;
  if (!/:$/.test(text.trim()) || !lead.test(text.slice(0, first.at))) return null;
  return otherwise.test(withoutSpan(text, first)) ? null : name;
}

function withoutSpan(text: string, { at, text: { length } }: Span): string {
  return text.slice(0, at) + text.slice(at + length);
}

// A variable or an alias may hold flags, and other programs take them without a hyphen.
function isPlainCall({ planned, commands }: Draft): boolean {
  return (
    !planned.source.includes('$') && commands.length > 0 && commands.every(({ words }) => dockerCall(words))
  );
}

function takes({ commands }: Draft, flag: string): boolean {
  return commands.some(({ words }) => flagsOf[dockerCall(words)?.verb ?? '']?.split(' ').includes(flag));
}

// In this spelling, among other letters, or by another name that begins alike; `-n` of `logs` is `--tail`.
function mayHave(source: string, flag: string): boolean {
  const letter = flag.replace(/^-+/, '')[0]!;
  const alike = new RegExp(`(?:^|\\s)(?:--${letter}|-(?!-)[A-Za-z]*${letter})`, 'i');
  return alike.test(source) || (/^(?:-n|--tail)$/.test(flag) && /\s(?:-n|--tail)\b/.test(source));
}
