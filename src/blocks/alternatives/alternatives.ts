import type { Alternative } from '../../model/plan.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import type { ParsedShell } from '../../shell/parse-shell.ts';
import type { BlockContext, Draft } from '../block-context.ts';
import { paragraphAbove } from '../block-context.ts';
import { areAlike } from './likeness.ts';
import { leavesNothingFor } from './same-end.ts';

/** A block whose commands are typed, as far as alternatives need to know it. */
export interface TypedBlock {
  id: string;
  line: number;
  section: string[];
  drafts: Draft[];
}

/** Marks the commands around each `# or` line of a block as alternatives of each other. */
export function markInside(drafts: Draft[], shell: ParsedShell, block: { id: string; text: string }): void {
  let groups = 0;
  for (const comment of shell.comments.filter((one) => one.ownLine && isOr(one.text))) {
    const above = run(drafts.filter((draft) => draft.end <= comment.start).reverse(), block.text);
    const below = run(
      drafts.filter((draft) => draft.start >= comment.end),
      block.text,
    );
    if (above.length === 0 || below.length === 0) continue;
    const count = sameVerb(above[0]!, below[0]!) ? 1 : Math.max(above.length, 1);
    const known = above[0]!.planned.alternative;
    const group = known?.group ?? `${block.id}g${++groups}`;
    const because = `\`# ${comment.text}\` stands between them.`;
    const first = known === null ? above.slice(0, count) : [];
    for (const draft of first) draft.planned.alternative = { group, choice: 0, because };
    for (const draft of below.slice(0, count))
      draft.planned.alternative = { group, choice: (known?.choice ?? 0) + 1, because };
  }
}

/** Whether a comment line says that the reader takes either what is above or what is below. */
export function isOr(text: string): boolean {
  return /^(?:or|alternatively)\b[^a-z]*(?:$|\b.{0,60}$)/i.test(text);
}

// Commands that stand together, without a blank line or a comment between them.
function run(drafts: Draft[], text: string): Draft[] {
  const taken: Draft[] = [];
  for (const draft of drafts) {
    const last = taken.at(-1);
    if (last !== undefined) {
      const between =
        last.start < draft.start ? text.slice(last.end, draft.start) : text.slice(draft.end, last.start);
      if (!/^[^\S\n]*\n[^\S\n]*$/.test(between)) break;
    }
    taken.push(draft);
  }
  return taken;
}

function sameVerb(a: Draft, b: Draft): boolean {
  const verbOf = (draft: Draft) => {
    const words = draft.commands[0]?.words ?? [];
    const call = dockerCall(words);
    return call === null ? words[0]?.text : `${call.object} ${call.verb}`;
  };
  return verbOf(a) !== undefined && verbOf(a) === verbOf(b);
}

/**
 * Why a block's commands are an alternative of those before it; null when nothing says so. Where the words could as well
 * speak of one more step, they count only when there is nothing left for that step to do.
 */
export function alternativeReason(
  context: BlockContext,
  drafts: readonly Draft[],
  sibling: TypedBlock,
): string | null {
  if (context.directive.alternative) return 'The author says that it is an alternative.';
  const sentences = paragraphAbove(context);
  const isAlike = areAlike(drafts, sibling.drafts);
  const sure = sentences.find((one, index, all) => {
    const isLast = index === all.length - 1;
    return saysAlternative(one.text) || (isLast && isAlike && likelyAlternative(one.text));
  });
  const isSameEnd =
    leavesNothingFor(sibling.drafts, drafts) && !sentences.some((one) => showsRefusal(one.text));
  const sentence = sure ?? (isSameEnd ? sentences.find((one) => maySayAlternative(one.text)) : undefined);
  return sentence === undefined ? null : `The text before it says "${shortened(sentence.text)}".`;
}

function saysAlternative(text: string): boolean {
  return /^(?:\w+[:,]\s*)?alternatively\b/i.test(text);
}

// Words that as often lead to one more step: what is typed must be like what they are an alternative of.
function likelyAlternative(text: string): boolean {
  if (/^(?:or|as an alternative)\b/i.test(text)) return true;
  if (/\bin (?:one|a single) (?:command|step|line|go)\b/i.test(text)) return true;
  if (/^(?:you can|you could|we can)\b.*\binstead\b(?! of\b)/i.test(text)) return true;
  return /\bcan also be (?:done|removed|stopped|started|deleted|written|created|run|achieved|listed|built|cleaned|installed)\b/i.test(
    text,
  );
}

const kindOfWay =
  'another|other|different|second|short|shorter|quick|quicker|fast|faster|easy|easier|simple|simpler|better|modern|newer|usual|recommended|preferred';
const anotherWay = new RegExp(
  String.raw`\b(?:${kindOfWay}) (?:way|command|option|method|approach|form)\b`,
  'i',
);

function maySayAlternative(text: string): boolean {
  return (
    anotherWay.test(text) ||
    /\b(?:can|could|may|might) (?:also|just as well|as well)\b/i.test(text) ||
    /\b(?:the|has the|to the) same\b|\bequivalent\b|\bshort(?:cut|hand)\b/i.test(text) ||
    /\b(?:instead|rather than|if you (?:would rather|prefer)|(?:all|both) at once)\b/i.test(text)
  );
}

// A page may do the same thing twice on purpose, to show how Docker refuses.
function showsRefusal(text: string): boolean {
  return /\b(?:again|twice|once more|second time|errors?|fail(?:s|ed|ure)?|already|conflicts?|refuse[sd]?|complains?|can ?(?:not|'t)|won't|try|trying)\b/i.test(
    text,
  );
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** The block that an alternative replaces: the nearest in its section, else under the same parent heading. */
export function siblingOf(section: string[], typed: readonly TypedBlock[]): TypedBlock | null {
  const same = typed.findLast((block) => isSame(block.section, section));
  if (same !== undefined) return same;
  if (section.length < 2) return null;
  return (
    typed.findLast(
      (block) =>
        block.section.length > 1 && isSame(block.section.slice(0, section.length - 1), section.slice(0, -1)),
    ) ?? null
  );
}

function isSame(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((heading, index) => heading === b[index]);
}

/** Puts a block's commands beside those of its sibling, as the next choice of one group. */
export function markBlock(drafts: Draft[], sibling: TypedBlock, because: string): void {
  const grouped = sibling.drafts.map((draft) => draft.planned.alternative);
  const existing = grouped.find((one): one is Alternative => one !== null);
  const isWhole = existing !== undefined && grouped.every((one) => one?.group === existing.group);
  const group = isWhole ? existing.group : `${sibling.id}g0`;
  const choice = isWhole ? Math.max(...grouped.map((one) => one!.choice)) + 1 : 1;
  for (const draft of sibling.drafts)
    draft.planned.alternative ??= {
      group,
      choice: 0,
      because: because.replace('The text before it', 'The text after it'),
    };
  for (const draft of drafts) draft.planned.alternative ??= { group, choice, because };
}
