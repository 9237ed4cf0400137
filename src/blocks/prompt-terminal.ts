import type { Block } from '../model/block.ts';
import { hasPrompts, splitTranscript } from '../shell/transcript.ts';
import type { Room } from './block-context.ts';
import { freeTerminal, type Terminals } from './which-terminal.ts';

/** Where a page stands: its terminals, the rooms of the current one, and the blocks from the one in question on. */
export interface PromptPlace {
  terminals: Terminals;
  rooms: readonly Room[];
  blocks: readonly Block[];
}

/**
 * The terminal that a block's first prompt speaks for; null where it says nothing. Prompts with a name (`web#`,
 * `root@0123456789ab:/#`) tell rooms apart: a page that comes back to one of them had its other commands typed elsewhere.
 */
export function terminalByPrompt({ terminals, rooms, blocks }: PromptPlace): number | null {
  const [prompt, ...later] = blocks.map(firstPrompt);
  if (prompt == null) return null;
  if (ownPromptOf(rooms) === squeezed(prompt)) return terminals.current;
  for (const [number, others] of terminals.rooms) {
    if (number !== terminals.current && ownPromptOf(others) === squeezed(prompt)) return number;
  }
  const room = ownPromptOf(rooms);
  const opened = rooms.at(-1);
  if (room === null || opened === undefined || prompt !== opened.openerPrompt) return null;
  const comesBack = later.some((one) => one !== null && squeezed(one) === room);
  if (comesBack) opened.beside ??= freeTerminal(terminals);
  return opened.beside;
}

function ownPromptOf(rooms: readonly Room[]): string | null {
  const room = rooms.at(-1);
  if (room?.kind !== 'shell' || room.ownPrompt === null) return null;
  const prompt = squeezed(room.ownPrompt);
  return /^\[?[a-z][\w.-]*[@#$:]/i.test(prompt) && !/^(?:ba)?sh-\d/.test(prompt) ? prompt : null;
}

function firstPrompt({ text }: Block): string | null {
  if (!hasPrompts(text)) return null;
  return splitTranscript(text).entries.find(({ command }) => command.trim() !== '')?.prompt?.text ?? null;
}

// `web # ` and `web# ` are one prompt.
function squeezed(prompt: string): string {
  return prompt.replace(/\s/g, '');
}
