import type { Block } from '../model/block.ts';
import { parseShell } from '../shell/parse-shell.ts';
import { promptOf } from '../shell/prompts.ts';
import { beginsLikeCommand, callsOnlyDocker } from '../shell/reads-as-shell.ts';
import { hasPrompts, splitConsole, splitTranscript, type Transcript } from '../shell/transcript.ts';
import type { BlockContext, Room } from './block-context.ts';
import { noDirective } from './directives/directives.ts';
import { lastPrinter } from './outputs/last-printer.ts';
import { type LanguageKind, languageKind, languageTag } from './reading/language.ts';
import type { Sentence } from './reading/sentences.ts';
import { openedConsole } from './rooms/console-reads.ts';
import { chooseTerminalByPrompt } from './rooms/prompt-terminal.ts';
import { whichTerminal } from './rooms/which-terminal.ts';
import { isCommandWithOutput } from './rules/transcript.ts';
import type { PageWalk } from './walk-state.ts';

/** What the rules may look at to decide about the block at `index` of the page. */
export function blockContextOf(walk: PageWalk, block: Block, index: number): BlockContext {
  const language = languageOf(block);
  const shell = parseShell(block.text);
  const { names, lastIsNear, before, edited, terminals } = walk;
  const terminal =
    walk.directive?.terminal ??
    chooseTerminalByPrompt({ terminals, rooms: walk.rooms, block, blocks: walk.pageBlocks }) ??
    whichTerminal(terminals, { tag: block.language, since: walk.sinceLast });
  const rooms = terminal === terminals.current ? walk.rooms : (terminals.rooms.get(terminal) ?? []);
  const isScreen = ['shell', 'session', 'none', 'odd', 'windows'].includes(language)
    ? hasPrompts(block.text) || (language !== 'windows' && isCommandWithOutput(block.text, shell, language))
    : beginsWithPrompt(block, rooms.at(-1) ?? null);
  return {
    block,
    language,
    shell,
    transcript: inConsole(block, rooms.at(-1)) ?? (isScreen ? splitTranscript(block.text) : null),
    before,
    after: sentencesAfter(walk, index),
    section: walk.headings.map((heading) => heading.text),
    directive: walk.directive ?? noDirective(),
    terminal,
    rooms,
    last: lastPrinter(walk, block.text),
    lastIsNear,
    edited,
    names,
    blocks: walk.pageBlocks,
    planned: walk.blocks,
  };
}

// In a console `> ` asks for a command; in a shell it would write into a file.
function inConsole({ text }: Block, room: Room | undefined): Transcript | null {
  const asksSo = room?.kind === 'repl' && openedConsole(room.opener.planned.source)?.angle === true;
  return asksSo ? splitConsole(text) : null;
}

// That a block is text, or about Docker, does not say whether its Docker commands are typed: as without a tag.
function languageOf(block: Block): LanguageKind {
  const language = languageKind(block.language);
  const saysLittle = language === 'output' || /^docker(?:file)?$/.test(languageTag(block.language));
  return saysLittle &&
    !/^(?:output|log|stdout)$/.test(languageTag(block.language)) &&
    callsOnlyDocker(block.text)
    ? 'none'
    : language;
}

// A block tagged as text or code is a screen only where its first line leaves no doubt.
function beginsWithPrompt({ text, language }: Block, room: Room | null): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const prompt = promptOf(first);
  if (prompt === null) return false;
  if (prompt.kind === 'repl') return room?.kind === 'repl';
  if (/^(?:md|mdx|markdown|rst|asciidoc|diff|patch|html)$/.test(languageTag(language))) return false;
  if (prompt.kind === 'container') return room !== null;
  return beginsLikeCommand(first.slice(prompt.length));
}

function sentencesAfter(walk: PageWalk, index: number): Sentence[] {
  const rest = walk.items.slice(index + 1);
  const end = rest.findIndex((item) => item.kind !== 'sentence');
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .flatMap((item) => (item.kind === 'sentence' ? [item.sentence] : []));
}
