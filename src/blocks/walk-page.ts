import type { Block } from '../model/block.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { PlannedBlock } from '../model/plan.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { readsAsShell } from '../shell/reads-as-shell.ts';
import { hasPrompts, splitTranscript } from '../shell/transcript.ts';
import { numberCases } from './alternatives/condition.ts';
import { tabsOf } from './alternatives/tabs.ts';
import { parseDirective } from './directives/parse-directive.ts';
import { noUnsureFiles } from './files/unsure-files.ts';
import { addMentions, addNames, noNames, type PageNames } from './names/page-names.ts';
import { listsWhat } from './outputs/lists-what.ts';
import { printsOnlyName } from './outputs/prints-only-name.ts';
import { aboutWhat, promisesOfNext, unsure } from './promises/before-block.ts';
import { leadsElsewhere } from './promises/pages.ts';
import { isReadWithBefore, readPromises } from './promises/read-promises.ts';
import { languageKind } from './reading/language.ts';
import type { PageItem } from './reading/page-item.ts';
import type { Sentence } from './reading/sentences.ts';
import { builtRoom } from './rooms/built-room.ts';
import { addRooms } from './rooms/opens-room.ts';
import { firstTerminal } from './rooms/which-terminal.ts';
import { commandInProse } from './rules/output.ts';
import { takeBlock } from './take-block.ts';
import { expectAskedStatus } from './traits/asked-status.ts';
import { dyingIn } from './traits/dying.ts';
import { windowStep } from './traits/window-step.ts';
import type { PageWalk } from './walk-state.ts';

/** Plans the blocks of a page in reading order, each from what stands before and around it. */
export function walkPage(items: readonly PageItem[]): { blocks: PlannedBlock[]; findings: Diagnostic[] } {
  const pageBlocks = items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
  const walk: PageWalk = {
    items,
    blocks: [],
    findings: [],
    headings: [],
    before: [],
    sinceLast: [],
    directive: null,
    rooms: [],
    terminals: firstTerminal(),
    last: null,
    lastIsNear: false,
    edited: null,
    windowStep: null,
    unsure: noUnsureFiles(),
    typed: [],
    names: namesOf(pageBlocks),
    pageBlocks,
    tabs: tabsOf(),
    pending: [],
  };
  for (const index of items.keys()) step(walk, index);
  walk.tabs.close();
  expectAskedStatus(walk.blocks);
  numberCases(walk.blocks);
  return { blocks: walk.blocks, findings: walk.findings };
}

function namesOf(blocks: readonly Block[]): PageNames {
  const names = noNames();
  names.builtRoom = builtRoom(blocks.map(({ text }) => text));
  for (const block of blocks) {
    addMentions(block.text, names);
    if (!['shell', 'session', 'none', 'odd'].includes(languageKind(block.language))) continue;
    const texts = hasPrompts(block.text)
      ? splitTranscript(block.text).entries.map((entry) => entry.command)
      : [block.text];
    for (const shell of texts.map(parseShell)) {
      addNames(shell, names);
      addRooms(shell, names);
    }
  }
  return names;
}

function step(walk: PageWalk, index: number): void {
  const item = walk.items[index]!;
  switch (item.kind) {
    case 'heading':
      walk.headings = [
        ...walk.headings.filter((one) => one.depth < item.depth),
        { depth: item.depth, text: item.text },
      ];
      walk.before = [];
      walk.lastIsNear = false;
      return;
    case 'tab':
      walk.tabs.turn(item.name);
      walk.before = [];
      return;
    case 'directive':
      takeDirective(walk, item, index);
      return;
    case 'sentence':
      takeSentence(walk, item.sentence, index);
      return;
    case 'block':
      takeBlock(walk, item.block, index);
      return;
    default:
      item satisfies never;
  }
}

function takeDirective(walk: PageWalk, item: PageItem & { kind: 'directive' }, index: number): void {
  const { directive, findings } = parseDirective(item.body, item.place);
  walk.findings.push(...findings);
  if (walk.items[index + 1]?.kind === 'block') {
    walk.directive = directive;
    return;
  }
  const isTwice = walk.items[index + 1]?.kind === 'directive';
  const message = isTwice
    ? 'Two verify comments stand above one block.'
    : 'No block stands directly below this verify comment.';
  walk.findings.push(
    diagnostic(
      'directive-invalid',
      item.place,
      message,
      'Write one comment directly above the block that it is about.',
    ),
  );
}

function takeSentence(walk: PageWalk, sentence: Sentence, index: number): void {
  const previous = sentenceAt(walk, index - 1);
  const above = walk.before.filter(({ paragraph }) => paragraph === sentence.paragraph);
  walk.before.push(sentence);
  walk.sinceLast.push(sentence);
  walk.windowStep = windowStep(sentence) ?? walk.windowStep;
  const dying = dyingIn(sentence);
  if (dying !== null && walk.last !== null) walk.last.planned.dies ??= dying;
  const isRightBelow = walk.items[index - 1]?.kind === 'block' && endsWithLast(walk);
  const context = {
    names: walk.names,
    spoken: null,
    printsNothing: false,
    lists: null,
    isRightBelow,
    leadsElsewhere: isRightBelow && leadsElsewhereAround(walk, index),
  };
  const about = aboutWhat(sentence, { above, ...blockAhead(walk, index) });
  if (about === 'next') walk.pending.push(...promisesOfNext(sentence, context));
  if (about === 'next' || walk.last === null || isReadWithBefore(previous, sentence)) return;
  const found = readPromises(sentence, sentenceAt(walk, index + 1), {
    ...context,
    spoken: commandInProse({ before: walk.sinceLast.slice(0, -1), last: walk.last }, sentence.paragraph),
    printsNothing: printsOnlyName(walk.last),
    lists: listsWhat(walk.last),
  });
  const isSure = about === 'before';
  walk.last.planned.expectations.push(...(isSure ? found : found.map(unsure)));
}

// Whether the page so far ends with the last command or what that prints.
function endsWithLast({ blocks, last }: PageWalk): boolean {
  const block = blocks.at(-1);
  if (block === undefined || last === null) return false;
  if (block.kind === 'output') return block.of === last.planned.id;
  return 'commands' in block && block.commands.at(-1) === last.planned;
}

// Whether what stands around the block above a sentence leads the reader away from the terminal.
function leadsElsewhereAround({ items }: PageWalk, index: number): boolean {
  const block = items[index - 1];
  if (block?.kind === 'block' && /https?:\/\/|browser/i.test(block.block.text)) return true;
  const isProse = ({ kind }: PageItem) => kind === 'sentence' || kind === 'directive';
  const start = items.findLastIndex((item, at) => at < index - 1 && !isProse(item)) + 1;
  const end = items.findIndex((item, at) => at > index && !isProse(item));
  return items
    .slice(start, end === -1 ? undefined : end)
    .some((item) => item.kind === 'sentence' && leadsElsewhere(item.sentence));
}

// Whether a sentence's own paragraph leads to a block, and how.
function blockAhead(walk: PageWalk, index: number): { ahead: 'typed' | 'other' | null; isLast: boolean } {
  const own = sentenceAt(walk, index)?.paragraph;
  let isLast = true;
  for (let at = index + 1; at < walk.items.length; at++) {
    const item = walk.items[at]!;
    if (item.kind === 'directive') continue;
    if (item.kind === 'block') return { ahead: mayBeTyped(item.block) ? 'typed' : 'other', isLast };
    if (item.kind !== 'sentence' || item.sentence.paragraph !== own) break;
    isLast = false;
  }
  return { ahead: null, isLast: false };
}

function mayBeTyped({ language, text }: Block): boolean {
  const kind = languageKind(language);
  if (kind === 'shell' || kind === 'session') return true;
  return kind === 'none' && (hasPrompts(text) || readsAsShell(text));
}

function sentenceAt(walk: PageWalk, index: number): Sentence | null {
  const item = walk.items[index];
  return item?.kind === 'sentence' ? item.sentence : null;
}
