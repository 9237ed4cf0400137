import { callName, dockerCall, flagValues, hasFlag } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { namesMadeBy } from './needs.ts';

/** What a reader has typed so far and what worked, in the order of the page. */
export type History = readonly DoneCommand[];

/** A command that was typed and worked. */
export interface DoneCommand {
  /** In the post's file, from 1. */
  line: number;
  /** What was typed, placeholders filled in. */
  ran: string;
}

/** The last command that made something of this name; null when none did. */
export function makerOf(name: string, history: History): DoneCommand | null {
  return history.findLast(({ ran }) => namesMadeBy(ran).has(name)) ?? null;
}

const removing = new Set([
  'container rm',
  'image rm',
  'network rm',
  'volume rm',
  'compose down',
  'compose rm',
]);

/** The last command that removed what has this name, or made it so that it removes itself (`--rm`); null for none. */
export function removerOf(name: string, history: History): DoneCommand | null {
  return (
    history.findLast(({ ran }) => wordsOf(ran).some((words) => removes(dockerCall(words), name))) ?? null
  );
}

function removes(call: ReturnType<typeof dockerCall>, name: string): boolean {
  if (call === null) return false;
  if (callName(call) === 'container run')
    return hasFlag(call, '--rm') && flagValues(call, '--name').includes(name);
  return removing.has(callName(call)) && call.args.some(({ text }) => text === name);
}
