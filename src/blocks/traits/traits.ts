import type { CommandTrait } from '../../model/plan.ts';
import { opensRoom } from '../rooms/opens-room.ts';
import { keepsTerminal } from './keeps-terminal.ts';
import type { TraitInput } from './trait-input.ts';

const plain: CommandTrait = { kind: 'plain' };
/** How a command differs from one that runs, ends and gives the prompt back. */
export function traitOf(input: TraitInput): CommandTrait {
  if (leaves(input))
    return { kind: 'leaves', because: `\`${input.source.trim()}\` ends what was opened before.` };
  if (input.room === 'repl') return inRepl(input);
  const stages = input.commands.filter((command) => command.depth === 0);
  const last = stages.at(-1);
  if (last === undefined || input.background) return plain;
  return opensRoom(last, input) ?? keepsTerminal(stages, input) ?? plain;
}

function leaves(input: TraitInput): boolean {
  return input.room !== null && leavesRoom(input.source, input.room);
}

/** Whether typing this ends the shell or REPL that is open. */
export function leavesRoom(source: string, room: 'shell' | 'repl'): boolean {
  if (room === 'shell') return /^(?:exit|logout)(?:\s+\d+)?$/.test(source.trim());
  return /^(?:\\q|\.?(?:exit|quit)(?:\(\))?|bye);?$/i.test(source.trim());
}

function inRepl(input: TraitInput): CommandTrait {
  if (!/^(?:monitor|subscribe\s.*)$/i.test(input.source.trim())) return plain;
  return { kind: 'foreground', because: 'It shows what comes in, so it keeps the prompt until Ctrl-C.' };
}
