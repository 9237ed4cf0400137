import type { CommandTrait } from '../../model/plan.ts';
import {
  type DockerCall,
  dockerCall,
  flagValues,
  hasFlag,
  withoutWrappers,
} from '../../shell/docker-call.ts';
import type { ParsedShell, ShellWord, SimpleCommand } from '../../shell/parse-shell.ts';
import { type PageNames, withoutTag } from '../names/page-names.ts';
import { servedBy } from '../served.ts';
import type { TraitInput } from '../traits/trait-input.ts';
import { imageRoom, programRoom } from './program-room.ts';

// What an image of nobody's knowledge runs, its page may say.
const promisesShell =
  /\b(?:inside|in|into|within)(?: of)? (?:a shell|(?:the|this|your|our) (?:\w+ )?container)\b[^.]*\b(?:run|type|use|execute|go|create|shell)|\b(?:a|the|your) (?:new )?(?:shell|bash) (?:prompt|inside|within|in)\b/i;
/** The trait of a command that opens a shell, REPL or pager in which the next commands are typed; null for others. */
export function opensRoom(command: SimpleCommand, input: TraitInput): CommandTrait | null {
  // What reads from a file or writes into a pipe asks for nothing.
  if (/[|<]/.test(input.source.replace(/"[^"]*"|'[^']*'|<[\w -]+>/g, ''))) return null;
  const call = dockerCall(command.words);
  const room = call === null ? programRoom(command.words) : containerRoom(call, input);
  if (room === null) return null;
  const where =
    call === null
      ? `\`${textsOf(withoutWrappers(command.words)).join(' ')}\` waits for more commands`
      : containerReason(call, room);
  return { kind: 'opens', room, because: `${where}, so what follows is typed inside it until \`exit\`.` };
}

/** The words of the command that a call runs inside its container, instead of what the image names; empty for none. */
export function innerCommand(call: DockerCall): readonly ShellWord[] {
  const args = call.args.slice(1);
  const entry = call.flags.find(
    ({ name, value }) => name === '--entrypoint' && value !== null && value !== '',
  );
  return entry?.valueWord == null ? args : [{ ...entry.valueWord, text: entry.value! }, ...args];
}

function containerReason(call: DockerCall, room: 'shell' | 'repl'): string {
  const inner = textsOf(innerCommand(call));
  const what =
    inner.length > 0 ? `\`${inner.join(' ')}\`` : `the ${room === 'shell' ? 'shell' : 'prompt'} of its image`;
  return `It opens ${what} in a container on the reader's terminal`;
}

/** Adds what a reader finds in the containers to which a piece of shell text gives a name. */
export function addRooms({ statements }: ParsedShell, names: PageNames): void {
  for (const { words } of statements.flatMap(({ commands }) => commands)) {
    const call = dockerCall(words);
    if (call === null || call.object !== 'container' || !['run', 'create'].includes(call.verb)) continue;
    const inner = innerCommand(call);
    const isAsking = hasTerminal(call) && (inner.length > 0 || !isServer(call));
    const room = inner.length > 0 ? (programRoom(inner) ?? 'none') : imageRoom(call.args[0]?.text ?? '');
    for (const name of flagValues(call, '--name'))
      if (!isAsking) names.rooms.set(name, 'none');
      else if (room !== null) names.rooms.set(name, room);
  }
}

/** Whether a call turns to a container of which the page shows that nothing asks for commands in it. */
export function isAskedNothing(call: DockerCall, { rooms }: PageNames): boolean {
  return rooms.get(call.args[0]?.text ?? '') === 'none';
}

function isServer(call: DockerCall): boolean {
  return servedBy(withoutTag(call.args[0]?.text ?? ''), []) !== null;
}

function hasTerminal(call: DockerCall): boolean {
  return hasFlag(call, '-t', '--tty') && hasFlag(call, '-i', '--interactive');
}

// Who attaches to a container finds what was started in it, and so does who starts it again with his terminal.
function knownRoom(call: DockerCall, { names }: TraitInput): 'shell' | 'repl' | null {
  const known = names.rooms.get(call.args[0]?.text ?? '');
  if (call.verb === 'start' && known === undefined) return null;
  return known === 'none' ? null : (known ?? 'shell');
}

function containerRoom(call: DockerCall, input: TraitInput): 'shell' | 'repl' | null {
  const isTurning = call.verb === 'attach' || (call.verb === 'start' && hasFlag(call, '-i', '--interactive'));
  if (call.object === 'container' && isTurning) return knownRoom(call, input);
  if (!['run', 'exec'].includes(call.verb) || !['container', 'compose'].includes(call.object)) return null;
  if (hasFlag(call, '-d', '--detach', '-T', '--no-TTY', '--no-tty')) return null;
  if (!hasTerminal(call) && call.object !== 'compose') return null;
  const inner = innerCommand(call);
  if (inner.length > 0) return programRoom(inner);
  if (call.verb !== 'run' || call.object !== 'container' || flagValues(call, '--entrypoint').length > 0)
    return null;
  const image = call.args[0]?.text ?? '';
  const built = input.names.created.has(withoutTag(image)) ? input.names.builtRoom : null;
  return imageRoom(image) ?? built ?? (promisesShell.test(input.prose) ? 'shell' : null);
}

function textsOf(words: readonly ShellWord[]): string[] {
  return words.map((word) => word.text);
}
