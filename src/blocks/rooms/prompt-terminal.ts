import type { Block } from '../../model/block.ts';
import { hasPrompts, splitTranscript } from '../../shell/transcript.ts';
import type { Room } from '../block-context.ts';
import { freeTerminal, type Terminals } from './which-terminal.ts';

/** Where a page stands: its terminals, the rooms of the current one, and the block in question among all of them. */
export interface PromptPlace {
  terminals: Terminals;
  rooms: readonly Room[];
  block: Block;
  blocks: readonly Block[];
}

/**
 * Chooses the terminal that a block's first prompt speaks for, and gives a room that stays open meanwhile one beside it;
 * null where the prompt says nothing. Prompts with a name (`web#`, `root@0123456789ab:/#`) tell rooms apart: a page that
 * comes back to one of them had its other commands typed elsewhere.
 */
export function chooseTerminalByPrompt({ terminals, rooms, block, blocks }: PromptPlace): number | null {
  const opened = rooms.at(-1);
  const elsewhere = [...terminals.rooms].filter(
    ([number, others]) => number !== terminals.current && others.length > 0,
  );
  // What is typed first in a room may look like what is typed in any other.
  if (opened === undefined ? elsewhere.length === 0 : opened.ownPrompt === null) return null;
  const prompt = firstPrompt(block);
  if (prompt === null) return null;
  const room = namedPromptOf(rooms);
  if (room === prompt) return terminals.current;
  const other = elsewhere.find(([, others]) => namedPromptOf(others) === prompt);
  if (other !== undefined) return other[0];
  if (room === null || opened === undefined || opened.openerPrompt === null) return null;
  if (prompt !== squeezed(opened.openerPrompt)) return null;
  if (opened.beside === null && isShownAfter(room, block, blocks)) opened.beside = freeTerminal(terminals);
  return opened.beside;
}

function isShownAfter(prompt: string, block: Block, blocks: readonly Block[]): boolean {
  return blocks.slice(blocks.indexOf(block) + 1).some((one) => firstPrompt(one) === prompt);
}

function namedPromptOf(rooms: readonly Room[]): string | null {
  const room = rooms.at(-1);
  if (room?.kind !== 'shell' || room.ownPrompt === null) return null;
  const prompt = squeezed(room.ownPrompt);
  return /^\[?[a-z][\w.-]*[@#$:]/i.test(prompt) && !/^(?:ba)?sh-\d/.test(prompt) ? prompt : null;
}

// Each block of a page may be asked for by all before it.
const firstPrompts = new WeakMap<Block, string | null>();

function firstPrompt(block: Block): string | null {
  const known = firstPrompts.get(block);
  if (known !== undefined) return known;
  const found = hasPrompts(block.text) ? readFirstPrompt(block.text) : null;
  firstPrompts.set(block, found);
  return found;
}

function readFirstPrompt(text: string): string | null {
  const entry = splitTranscript(text).entries.find(({ command }) => command.trim() !== '');
  return entry?.prompt == null ? null : squeezed(entry.prompt.text);
}

// `web # ` and `web# ` are one prompt.
function squeezed(prompt: string): string {
  return prompt.replace(/\s/g, '');
}
