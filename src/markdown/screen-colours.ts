import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PlannedCommand } from '../model/plan.ts';
import { placeCommands } from './block-copy.ts';
import { highlightShell } from './highlight.ts';

/** Commands with what they print below, where no prompts tell these apart: only the commands are coloured as shell. */
export function screenColours(text: string, commands: readonly PlannedCommand[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { lines } of placeCommands(text, commands)) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) continue;
    nodes.push(...printed(text.slice(at, first.start)), ...highlightShell(text.slice(first.start, last.end)));
    at = last.end;
  }
  return [...nodes, ...printed(text.slice(at))];
}

function printed(text: string): ElementContent[] {
  return text === '' ? [] : [h('span.t-output', text)];
}
