import type { Machine } from '../../machine/machine.ts';
import type { Placeholder, PlannedCommand } from '../../model/plan.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { type Blame, pageIsWrong, somethingIsMissing } from '../blame/failure.ts';
import { readEngineState } from '../engine-state.ts';
import { findValue } from './find-value.ts';
import { type Preparation, type Prepared, undoPrepared } from './prepare.ts';

/** A command whose placeholders have values, or why one has none. */
export type Binding =
  | { kind: 'bound'; ran: string; bindings: Record<string, string>; prepared: Prepared[] }
  /** A placeholder that nothing fits: the command must not be typed. */
  | { kind: 'unbound'; blame: Blame };

/**
 * Fills in a command's placeholders from what really happened in the machine: the newest object in the state that
 * the command needs; where there is none, one is prepared from an image of the post.
 */
export async function bindPlaceholders(
  command: PlannedCommand,
  machine: Machine,
  { images, borrowed, steady }: Pick<Preparation, 'images' | 'borrowed' | 'steady'>,
): Promise<Binding> {
  const bindings: Record<string, string> = {};
  const pulls = wordsOf(command.source).some((words) => dockerCall(words)?.verb === 'pull');
  const prepared: Prepared[] = [];
  for (const placeholder of command.placeholders) {
    if (bindings[placeholder.text] !== undefined) continue;
    const state = await readEngineState(machine);
    steady.learn(state);
    const taken = Object.values(bindings);
    const found = await findValue(placeholder.wants, {
      machine,
      images,
      state,
      borrowed,
      steady,
      near: placeholder.near ?? [],
      taken,
      pulls,
      onlyLives: asksOnlyLife(command.source),
    });
    if (found === null) {
      await undoPrepared(machine, prepared);
      return { kind: 'unbound', blame: blameFor(placeholder) };
    }
    bindings[placeholder.text] = found.value;
    if (found.prepared !== null) prepared.push(found.prepared);
  }
  return { kind: 'bound', ran: fillIn(command, bindings), bindings, prepared };
}

const livingVerbs = new Set(['start', 'stop', 'restart', 'kill', 'pause', 'unpause', 'rm', 'rename', 'wait']);

function asksOnlyLife(source: string): boolean {
  return wordsOf(source).every((words) => {
    const call = dockerCall(words);
    return call?.object === 'container' && livingVerbs.has(call.verb);
  });
}

function blameFor({ text, wants }: Placeholder): Blame {
  const bind = `say what to type: <!-- verify: bind ${/\s/.test(text) ? `"${text}"` : text}=… -->`;
  if (wants.object === 'unknown')
    return somethingIsMissing('author', `only the reader knows what to type for ${text}`, bind);
  return pageIsWrong(
    `at this point of the page there is no ${wants.object} that ${text} could stand for`,
    `show the step that makes it, or ${bind}`,
  );
}

// The command's text with values in the places of its placeholders.
function fillIn(command: PlannedCommand, bindings: Record<string, string>): string {
  let text = command.source;
  for (const placeholder of [...command.placeholders].sort((a, b) => b.start - a.start)) {
    const value = bindings[placeholder.text];
    if (value !== undefined) text = text.slice(0, placeholder.start) + value + text.slice(placeholder.end);
  }
  return text;
}
