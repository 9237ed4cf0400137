import { isKnownCommand } from './known-commands.ts';
import { parseShell } from './parse-shell.ts';

/**
 * Whether untagged text is shell beyond doubt: it parses, has at least one statement, and each
 * statement begins with a command that tutorials use, or one of the page's `own`.
 */
export function readsAsShell(text: string, own?: ReadonlySet<string>): boolean {
  const { statements, error } = parseShell(text);
  if (error !== null || statements.length === 0) return false;
  return statements.every((statement) => {
    const first = statement.commands[0]?.words[0]?.text;
    if (first === undefined) return /^[A-Za-z_]\w*=|^\(|^\{/.test(text.slice(statement.start, statement.end));
    return isKnownCommand(first) || own?.has(first) === true;
  });
}

/** Whether text is shell beyond doubt and each of its statements calls Docker. */
export function callsOnlyDocker(text: string): boolean {
  return (
    /docker/.test(text) &&
    readsAsShell(text) &&
    parseShell(text).statements.every(({ start, end }) =>
      /^(?:sudo\s+)?docker(?:-compose)?\s/.test(text.slice(start, end)),
    )
  );
}

/** Whether one line begins like a command that a reader types (it need not be complete). */
export function beginsLikeCommand(line: string): boolean {
  const first = /^\s*(\S+)/.exec(line)?.[1];
  return first !== undefined && isKnownCommand(first) && !/^\s*\S+(?:\s{2,}\S+){2}/.test(line);
}
