import { dockerCall, withoutWrappers } from '../../shell/docker-call.ts';
import { parseShell } from '../../shell/parse-shell.ts';
import { withoutTag } from '../names/page-names.ts';
import type { Console, ConsoleLanguage } from './console-kind.ts';
import { consoleOf, consoleOfImage } from './consoles.ts';
import { innerCommand } from './opens-room.ts';

/** The console that a command opens, by the program that it really starts; null for one that nobody knows. */
export function openedConsole(opener: string): Console | null {
  const command = parseShell(opener)
    .statements.at(-1)
    ?.commands.findLast(({ depth }) => depth === 0);
  if (command === undefined) return null;
  const call = dockerCall(command.words);
  const words = call === null ? withoutWrappers(command.words) : withoutWrappers(innerCommand(call));
  if (words.length > 0) return consoleOf(words.map(({ text }) => text));
  return consoleOfImage(withoutTag(call?.args[0]?.text ?? ''));
}

/** What the console that a command opens reads; of one that nobody knows a line each. */
export function consoleLanguage(opener: string): ConsoleLanguage {
  return openedConsole(opener)?.language ?? 'lines';
}
