import { createHash } from 'node:crypto';
import type { Block } from '../model/block.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { PlannedBlock, PlannedExpectation } from '../model/plan.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { hasPrompts, splitTranscript } from '../shell/transcript.ts';
import { alternativeReason, markBlock, siblingOf, type TypedBlock } from './alternatives.ts';
import type { BlockContext, Draft, Room, Ruling } from './block-context.ts';
import { decide } from './decide.ts';
import { type Directive, noDirective, parseDirective } from './directives.ts';
import { dockerCall, hasFlag } from './docker-call.ts';
import { failing } from './failing.ts';
import { uncertainFile } from './file-findings.ts';
import { languageKind } from './language.ts';
import { looksEndless, looksLikeFailure } from './output-look.ts';
import { addNames, noNames, type PageNames } from './page-names.ts';
import { planCommands } from './plan-commands.ts';
import { isReadWithBefore, promisesToSee, readPromises } from './promises.ts';
import type { PageItem } from './read-page.ts';
import { leavesSilently } from './rules/inside.ts';
import { commandInProse } from './rules/output.ts';
import { isCommandWithOutput } from './rules/transcript.ts';
import type { Sentence } from './sentences.ts';
import { commandFindings, syntaxFindings } from './shell-findings.ts';
import { type Tabs, tabsOf } from './tabs.ts';

/** What is known after reading a page from its beginning to some item. */
interface Walk {
  items: readonly PageItem[];
  blocks: PlannedBlock[];
  findings: Diagnostic[];
  headings: { depth: number; text: string }[];
  before: Sentence[];
  /** Sentences since the last typed command, over blocks and headings. */
  sinceLast: Sentence[];
  directive: Directive | null;
  rooms: Room[];
  last: Draft | null;
  lastIsNear: boolean;
  typed: TypedBlock[];
  names: PageNames;
  pageBlocks: Block[];
  tabs: Tabs;
  /** Promises of a sentence that ends with a colon: they are about the block that follows. */
  pending: PlannedExpectation[];
}

/** Plans the blocks of a page in reading order, each from what stands before and around it. */
export function walkPage(items: readonly PageItem[]): { blocks: PlannedBlock[]; findings: Diagnostic[] } {
  const pageBlocks = items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
  const walk: Walk = {
    items,
    blocks: [],
    findings: [],
    headings: [],
    before: [],
    sinceLast: [],
    directive: null,
    rooms: [],
    last: null,
    lastIsNear: false,
    typed: [],
    names: namesOf(pageBlocks),
    pageBlocks,
    tabs: tabsOf(),
    pending: [],
  };
  for (const index of items.keys()) step(walk, index);
  walk.tabs.close();
  return { blocks: walk.blocks, findings: walk.findings };
}

function namesOf(blocks: readonly Block[]): PageNames {
  const names = noNames();
  for (const block of blocks) {
    if (!['shell', 'session', 'none', 'odd'].includes(languageKind(block.language))) continue;
    const texts = hasPrompts(block.text)
      ? splitTranscript(block.text).entries.map((entry) => entry.command)
      : [block.text];
    for (const text of texts) addNames(parseShell(text), names);
  }
  return names;
}

function step(walk: Walk, index: number): void {
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

function takeDirective(walk: Walk, item: PageItem & { kind: 'directive' }, index: number): void {
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

function takeSentence(walk: Walk, sentence: Sentence, index: number): void {
  const previous = sentenceAt(walk, index - 1);
  walk.before.push(sentence);
  walk.sinceLast.push(sentence);
  const next = walk.items[index + 1];
  const introduces =
    /[:：]$|…$|\.\.\.$/.test(sentence.text) || /\bfollowing\b|\bbelow\b/i.test(sentence.text);
  if (introduces && promisesToSee(sentence) && next?.kind === 'block') {
    const isTyped = ['shell', 'session'].includes(languageKind(next.block.language));
    if (isTyped)
      walk.pending = readPromises(sentence, null, {
        names: walk.names,
        spoken: null,
        printsNothing: false,
      }).filter((one) => one.kind === 'words');
    return;
  }
  if (walk.last === null || isReadWithBefore(previous, sentence)) return;
  const spoken = commandInProse({ before: walk.sinceLast.slice(0, -1), last: walk.last });
  const found = readPromises(sentence, sentenceAt(walk, index + 1), {
    names: walk.names,
    spoken,
    printsNothing: printsNothing(walk.last),
  });
  walk.last.planned.expectations.push(...found);
}

function sentenceAt(walk: Walk, index: number): Sentence | null {
  const item = walk.items[index];
  return item?.kind === 'sentence' ? item.sentence : null;
}

function printsNothing(draft: Draft): boolean {
  const call = dockerCall(draft.commands.findLast((command) => command.depth === 0)?.words ?? []);
  if (call === null || call.object !== 'container') return false;
  if (call.verb === 'run') return hasFlag(call, '-d', '--detach');
  return ['create', 'start', 'stop', 'rm', 'kill', 'restart', 'pause', 'unpause', 'rename'].includes(
    call.verb,
  );
}

function takeBlock(walk: Walk, block: Block, index: number): void {
  const context = contextOf(walk, block, index);
  if (leavesSilently(context)) walk.rooms.length = 0;
  const ruling = withoutLostRoom(context, decide(context));
  const planned = planBlock(walk, { context, ruling });
  walk.blocks.push(planned);
  walk.directive = null;
  walk.before = [];
  walk.pending = [];
}

function contextOf(walk: Walk, block: Block, index: number): BlockContext {
  const language = languageKind(block.language);
  const shell = parseShell(block.text);
  const isScreen =
    hasPrompts(block.text) ||
    (['shell', 'session', 'none', 'odd'].includes(language) && isCommandWithOutput(block.text, shell));
  const { names, rooms, last, lastIsNear, before } = walk;
  return {
    block,
    language,
    shell,
    transcript: isScreen && language !== 'code' && language !== 'output' ? splitTranscript(block.text) : null,
    before,
    after: sentencesAfter(walk, index),
    section: walk.headings.map((heading) => heading.text),
    directive: walk.directive ?? noDirective(),
    rooms,
    last,
    lastIsNear,
    names,
    blocks: walk.pageBlocks,
  };
}

function sentencesAfter(walk: Walk, index: number): Sentence[] {
  const rest = walk.items.slice(index + 1);
  const end = rest.findIndex((item) => item.kind !== 'sentence');
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .flatMap((item) => (item.kind === 'sentence' ? [item.sentence] : []));
}

// A container's prompt where no command opened a container: it can't be typed anywhere.
function withoutLostRoom(context: BlockContext, ruling: Ruling): Ruling {
  if (ruling.kind !== 'transcript' || context.rooms.length > 0) return ruling;
  const first = context.transcript?.entries.find((entry) => entry.command.trim() !== '');
  if (first?.prompt?.kind !== 'container') return ruling;
  return {
    kind: 'text',
    because: `Its prompt \`${first.prompt.text}\` is that of a container, and no block before it opens one.`,
  };
}

interface Decided {
  context: BlockContext;
  ruling: Ruling;
}

function planBlock(walk: Walk, { context, ruling }: Decided): PlannedBlock {
  const { block } = context;
  const common = {
    id: block.id,
    place: block.place,
    language: block.language,
    because: ruling.because,
    hash: createHash('sha256').update(block.text, 'utf8').digest('hex'),
    section: context.section,
  };
  switch (ruling.kind) {
    case 'text':
      walk.findings.push(...uncertainFile(context));
      return { ...common, kind: 'text' };
    case 'file':
      walk.lastIsNear = false;
      return { ...common, kind: 'file', file: { name: ruling.name, content: `${block.text}\n` } };
    case 'output':
      return { ...common, kind: 'output', of: takeOutput(walk, block) };
    default:
      return {
        ...common,
        kind: ruling.kind,
        commands: takeCommands(walk, { context, ruling }).map((draft) => draft.planned),
      };
  }
}

function takeOutput(walk: Walk, block: Block): string | null {
  if (walk.last === null) return null;
  const { planned } = walk.last;
  const lines = block.lineStarts;
  const end = lines.at(-1)!;
  const source = {
    path: block.place.path,
    line: lines[0]!.line,
    column: lines[0]!.column,
    endLine: end.line,
    endColumn: end.column + (block.text.split('\n').at(-1) ?? '').length,
  };
  planned.expectations.push({ kind: 'output', source, text: block.text, from: 'output-block' });
  if (looksLikeFailure(block.text)) {
    if (planned.trait.kind === 'opens' && walk.rooms.at(-1)?.opener === walk.last) walk.rooms.pop();
    if (['plain', 'opens', 'foreground'].includes(planned.trait.kind))
      planned.trait = failing('The output that the page shows is an error.');
  } else if (looksEndless(block.text) && planned.trait.kind === 'plain') {
    planned.trait = { kind: 'foreground', because: 'The output that the page shows goes on until Ctrl-C.' };
  }
  return planned.id;
}

function takeCommands(walk: Walk, { context, ruling }: Decided): Draft[] {
  const { block } = context;
  const drafts = planCommands(context, ruling, walk.tabs.name());
  addFindings(walk, { context, ruling }, drafts);
  if (ruling.kind === 'usage' || ruling.kind === 'catalogue' || drafts.length === 0) return drafts;
  if (ruling.kind !== 'inside') takeAlternative(walk, context, drafts);
  walk.tabs.add(drafts);
  drafts.at(-1)!.planned.expectations.push(...walk.pending);
  if (!drafts.every((draft) => draft.planned.trait.kind === 'other-system')) {
    walk.last = drafts.at(-1)!;
    walk.lastIsNear = true;
    walk.sinceLast = [];
    const isOutside = ruling.kind !== 'inside';
    if (isOutside)
      walk.typed.push({ id: block.id, line: block.place.line, section: context.section, drafts });
  }
  return drafts;
}

function takeAlternative(walk: Walk, context: BlockContext, drafts: Draft[]): void {
  const because = alternativeReason(context);
  const sibling = because === null ? null : siblingOf(context.section, walk.typed);
  if (because !== null && sibling !== null) markBlock(drafts, sibling, because);
}

function addFindings(walk: Walk, { context, ruling }: Decided, drafts: Draft[]): void {
  if (ruling.kind === 'usage') return;
  const isBash =
    context.transcript === null &&
    context.language !== 'windows' &&
    !drafts.some((draft) => draft.planned.trait.kind === 'opens' && draft.planned.trait.room === 'repl');
  const inRepl = ruling.kind === 'inside' && context.rooms.at(-1)?.kind === 'repl';
  if (isBash && !inRepl) walk.findings.push(...syntaxFindings(context.block, context.shell));
  walk.findings.push(...drafts.flatMap((draft) => commandFindings(draft.planned)));
}
