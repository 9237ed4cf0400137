import { oneLine } from '../../../values/typed-text.ts';

// What a terminal draws with: colours, and the titles of windows.
const drawing = /\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\))/g;
// A prompt with nothing behind it.
const prompt =
  /^\s*(?:[\w.-]{1,40}@[\w.-]{1,64}:?)?(?:[~/][\w./~-]{0,80} ?)?[$%]\s*$|^\s*(?:\/|[\w.-]{1,40}@[\w.-]{1,64}:\S{0,80}) ?#\s*$/;

/** The lines of a text that say something: no blank ones, no colours, no prompts that wait for the next command. */
export function contentLines(text: string): string[] {
  return text
    .replace(drawing, '')
    .split(/\r?\n/)
    .map(withoutKeys)
    .map(withoutBar)
    .filter((line) => line.trim() !== '' && !prompt.test(line.slice(0, 400)));
}

// `^C` is how a terminal shows a key that its reader pressed.
function withoutKeys(line: string): string {
  return line.replace(/^\s*(?:\^[CDZ\\])+/, '');
}

// `1/3: running   [=====>]`: how far the bar has come says nothing that the words before it don't say.
function withoutBar(line: string): string {
  const text = line.trimEnd();
  const at = text.endsWith(']') ? text.lastIndexOf('[') : -1;
  return at > 0 && /^\[[=>-]* {0,200}\]$/.test(text.slice(at)) && text.length - at > 20
    ? text.slice(0, at).trimEnd()
    : line;
}

// "[other volumes that you have made]": a stretch in square brackets that tells what of a list is left out. In round
// ones programs speak themselves: `(other changes not staged for commit)`.
const leftOut =
  /^\s*\[\s*(?:(?:and|the|all|any|some|your|many) )*(?:other|more|rest of the|previous|remaining|further|additional) (?:\w{1,20} )?(?:lines?|rows?|output|entries|results|containers|images|volumes|networks|services|files|layers|messages|logs?)(?: (?:that|which|of|in|from|you|we|here)\b[\w ,'’-]{0,60})?(?:\.{3}|…)?\s*\]\s*$/i;

/** Whether a line stands for any number of others. */
export function isEllipsis(line: string): boolean {
  if (line.length < 80 && leftOut.test(line)) return true;
  return (
    line.length < 80 &&
    /^\s*(?:#|\/\/)?\s*[[(<{]?\s*(?:\.{3,}|…+|(?:\. ){2,}\.|-*\s*(?:snip(?:ped)?|output (?:omitted|truncated|shortened)|truncated|omitted)\s*-*(?:\.{3}|…)?)\s*[\])>}]?\s*$/i.test(
      line,
    )
  );
}

/** A rule of a table (`+----+---+`) in a form that doesn't depend on its width; other lines as they are. */
export function plainRule(line: string): string {
  return /^[\s|+=-]{3,}$/.test(line) ? oneLine(line).replace(/-{2,}/g, '--').replace(/={2,}/g, '==') : line;
}

/** An error without the full stop that some versions of a program put behind it; other lines as they are. */
export function plainError(line: string): string {
  return /^\s*(?:docker: |error\b|fatal: )/i.test(line) ? line.replace(/(?<=[^\s.])\.\s*$/, '') : line;
}

/** What says that a service has come up, without its name or id, which older versions left out; other lines as they are. */
export function plainConverged(line: string): string {
  return line.replace(/^(\s*verify: Service )\S+ (converged\s*)$/, '$1$2');
}

/** Whether a line is a rule under or around the rows of a database's table. */
export function isTableRule(line: string): boolean {
  return /^\s*[|+]?-{2,}(?:[+|]-{2,})*[|+]?\s*$/.test(line) && /-/.test(line);
}

/** Whether a line is a row of a table whose cells `|` parts. */
export function isBarRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line) || /\S\s+\|\s/.test(line);
}
