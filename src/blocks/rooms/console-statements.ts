import type { ConsoleLanguage } from './console-kind.ts';

/** The statements of a text from an offset on, as offsets, in the way that a console takes them. */
export function consoleStatements(
  text: string,
  from: number,
  language: ConsoleLanguage,
): { start: number; end: number }[] {
  const lines = linesFrom(text, from).filter((line) => line.text.trim() !== '');
  const found: { start: number; end: number }[] = [];
  let open: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (open === null && isComment(line.text, language)) continue;
    open ??= line.start;
    const end = line.start + line.text.trimEnd().length;
    const next = lines[index + 1]?.text;
    if (next !== undefined && !isComplete(text.slice(open, end), { language, next })) continue;
    found.push({ start: open, end });
    open = null;
  }
  return found;
}

function linesFrom(text: string, from: number): { start: number; text: string }[] {
  let start = from;
  return text
    .slice(from)
    .split('\n')
    .map((line) => {
      const at = start;
      start += line.length + 1;
      return { start: at, text: line };
    });
}

function isComment(line: string, language: ConsoleLanguage): boolean {
  return (language === 'brackets' ? /^\s*(?:\/\/|#)/ : /^\s*(?:#|--)/).test(line);
}

// `next`: the line that follows, which may still belong to it.
function isComplete(text: string, { language, next }: { language: ConsoleLanguage; next: string }): boolean {
  switch (language) {
    case 'sql':
      return forClient.test(text) || /(?:;|\\[gG]\w*)\s*(?:--.*)?$/.test(text);
    case 'python':
      return openBrackets(text) <= 0 && !goesOn(text) && !(isSuite(text) && continuesSuite(next));
    case 'brackets':
      return openBrackets(text) <= 0;
    case 'redis':
    case 'lines':
      return true;
  }
}

// What the client itself understands needs no semicolon.
const forClient =
  /^\s*(?:\\(?!g)\S|[.:]\w|(?:use|exit|quit|source|help|status|connect|clear|bye|system|prompt|consistency|login)\b)/i;

// A backslash, or a decorator.
function goesOn(text: string): boolean {
  return /\\$|^@/.test(text.slice(text.lastIndexOf('\n') + 1));
}

// `for …:` leads to indented lines.
function isSuite(text: string): boolean {
  return /:\s*(?:#.*)?$/m.test(text);
}

function continuesSuite(next: string): boolean {
  return /^\s|^(?:else|elif|except|finally)\b/.test(next);
}

function openBrackets(text: string): number {
  const bare = text
    .replace(/("""|''')[\s\S]*?\1/g, '')
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, '')
    .replace(/(?:\/\/|#).*$/gm, '');
  if (/"""|'''|`/.test(bare)) return 1;
  return (bare.match(/[([{]/g) ?? []).length - (bare.match(/[)\]}]/g) ?? []).length;
}
