import type { PlannedCommand } from '../../model/plan.ts';
import type { Cause } from '../../model/report.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import { parseShell, type SimpleCommand } from '../../shell/parse-shell.ts';

const message =
  /: (?:.*: )?(?:no such\b|cannot\b|can['’]t\b|not found\b|command not found\b|permission denied\b|is a directory\b|invalid\b|unknown\b|unrecognized\b|missing\b|failed\b|error\b)/i;
const ofDocker =
  /^(?:docker: |Error response from daemon: |Error: No such |Cannot connect to the Docker daemon)/;
const ofShell = /^-?(?:bash|sh): (?:line \d+: )?[^:]+: command not found$/;

/**
 * The error that a part of a command has printed whose exit status counts for nothing, though the whole has ended with
 * 0: a substitution, or a turn of a `for` loop. Null where there is none, or the page shows such an error itself.
 */
export function hiddenError(
  { expectations }: Pick<PlannedCommand, 'expectations'>,
  { ran, output }: { ran: string | null; output: string },
): Cause | null {
  const hidden = hiddenCommands(ran ?? '');
  if (hidden.length === 0) return null;
  const line = output.split('\n').find((one) => isErrorOf(one.trim(), hidden));
  if (line === undefined || expectations.some((one) => one.kind === 'output' && hasError(one.text, hidden)))
    return null;
  return {
    whose: 'page',
    message: `a part of it failed and said “${line.trim()}”, though the whole ended with 0`,
    hint: 'correct that part, or show the error',
    line: null,
  };
}

function hasError(text: string, hidden: readonly SimpleCommand[]): boolean {
  return text.split('\n').some((line) => isErrorOf(line.trim(), hidden));
}

// Who waits for something expects it to fail at first, and who writes `||` or asks (`if`) expects it at any time.
const expectsFailure = /\b(?:while|until|if|elif)\b|\|\||2>\s*(?:\/dev\/null|&1)|&>/;

function hiddenCommands(ran: string): SimpleCommand[] {
  const statement = parseShell(ran).statements.at(-1);
  if (statement === undefined || expectsFailure.test(ran)) return [];
  return statement.commands.filter(({ depth }) => depth > 0);
}

function isErrorOf(line: string, hidden: readonly SimpleCommand[]): boolean {
  if (ofShell.test(line)) return true;
  const said = /^([\w./-]+): /.exec(line)?.[1];
  return hidden.some(({ words }) => {
    if (dockerCall(words) !== null && ofDocker.test(line)) return true;
    return said !== undefined && words[0]?.text === said && message.test(line);
  });
}
