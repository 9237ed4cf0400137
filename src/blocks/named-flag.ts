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

/**
 * What a reader stumbles over below “With `-f`, Docker follows the log:” when no command of the block has that flag. Only
 * of calls of Docker, and only where the flag can't be there in another spelling.
 */
export function namedFlagFindings(context: BlockContext, drafts: readonly Draft[]): Diagnostic[] {
  const sentence = context.before.at(-1);
  const flag = sentence === undefined ? null : namedFlag(sentence);
  if (sentence === undefined || flag === null || drafts.length === 0) return [];
  if (!drafts.every(isPlainCall) || drafts.some(({ planned }) => mayHave(planned.source, flag))) return [];
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

// In this spelling, among other letters, or by another name that begins alike; `-n` of `logs` is `--tail`.
function mayHave(source: string, flag: string): boolean {
  const letter = flag.replace(/^-+/, '')[0]!;
  const alike = new RegExp(`(?:^|\\s)(?:--${letter}|-(?!-)[A-Za-z]*${letter})`, 'i');
  return alike.test(source) || (/^(?:-n|--tail)$/.test(flag) && /\s(?:-n|--tail)\b/.test(source));
}
