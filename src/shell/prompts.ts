/** What stands behind a prompt: the reader's shell, a root shell, a container's shell, another program. */
export type PromptKind = 'user' | 'root' | 'container' | 'repl' | 'powershell' | 'continuation';

/** A prompt at the beginning of a line. `length` counts its letters, the blanks behind it included. */
export interface Prompt {
  kind: PromptKind;
  length: number;
  text: string;
}

/** One command of a transcript, with what the screen showed after it. */
export interface TranscriptEntry {
  /** Null for a command that the transcript shows without a prompt. */
  prompt: Prompt | null;
  promptStart: number;
  /** The command's lines without their prompts; more than one when it goes on. */
  lines: { start: number; end: number }[];
  /** The command as typed: its lines joined by newlines; empty for a bare prompt. */
  command: string;
  /** From the first to the last line that shows anything; null when it printed nothing. */
  output: { start: number; end: number } | null;
}

const patterns: readonly { kind: PromptKind; pattern: RegExp }[] = [
  { kind: 'powershell', pattern: /^(?:PS(?: [^>\n]*)?>|[A-Z]:\\[^>\n]*>) ?/ },
  { kind: 'container', pattern: /^\[?root@[0-9a-f]{12}(?:[: ][^#$\n]*)?\]?[#$](?: |$)/ },
  { kind: 'root', pattern: /^\[?root@[\w.-]+(?:[: ][^#$>\n]{0,60})?\]?#(?: |$)/ },
  { kind: 'user', pattern: /^\[node\d+\] \(local\) [\w.-]+@[\w.-]+ [^$#\n]{0,60}[$#](?: |$)/ },
  { kind: 'user', pattern: /^\[?[\w.-]+@[\w.-]+(?:[: ][^$#>\n]{0,60})?\]?[$%](?: |$)/ },
  { kind: 'container', pattern: /^(?:ba)?sh-\d[\d.]*# ?/ },
  { kind: 'user', pattern: /^(?:ba)?sh-\d[\d.]*\$ ?/ },
  { kind: 'container', pattern: /^(?:\/[\w./-]*|~[\w./-]*) ?#(?: |$)/ },
  { kind: 'container', pattern: /^(?:\/[\w./-]*|~[\w./-]*) \$(?: |$)/ },
  {
    kind: 'user',
    pattern:
      /^(?:[\w.@-]+ )?(?:➜|❯|λ)\s+(?:[~/]\S*\s+|\S+\s+(?=git:\())?(?:git:\([^)\n]*\)\s+)?(?:[✗✔±]\s+)?/,
  },
  { kind: 'user', pattern: /^~?\$(?: |$)/ },
  { kind: 'user', pattern: /^\$(?=(?:sudo|docker|docker-compose|cd|ls|mkdir|git|curl) )/ },
  {
    kind: 'repl',
    pattern:
      /^(?:mysql|MariaDB \[[^\]\n]*\]|sqlite|redis|mongo|test|admin|mongosh|node|ghci|scala|jshell|julia|php |cqlsh(?::\w+)?|iex\(\d+\)|\[\d+\] pry\([^)\n]*\)|irb[^>\n]*)> ?/,
  },
  { kind: 'repl', pattern: /^(?:>>>|In \[\d+\]:)(?: |$)/ },
  { kind: 'repl', pattern: /^(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|[a-z][\w-]*):\d{2,5}(?:\[\d+\])?> ?/ },
  { kind: 'repl', pattern: /^[a-z_]\w*=[*!^]?[#>](?: |$)/ },
];

// Each prompt has one of these. Every line of a page is looked at several times, and most have none.
const signs = /[$#%>➜❯λ]|\]:/;

/** The unambiguous prompt that a line begins with; null for none. `# ` alone is ambiguous and not among them. */
export function promptOf(line: string): Prompt | null {
  if (!signs.test(line)) return null;
  const environment = /^\([\w.-]+\) /.exec(line)?.[0] ?? '';
  const rest = line.slice(environment.length);
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const text = environment + match[0];
    return { kind, length: text.length + repeated(rest, match[0]), text: text.trimEnd() };
  }
  return null;
}

// A reader who pressed Enter at an empty prompt copied it twice.
function repeated(line: string, prompt: string): number {
  let length = 0;
  while (prompt.endsWith(' ') && line.startsWith(prompt, prompt.length + length)) length += prompt.length;
  return length;
}

// A machine or a folder, perhaps with a person, and the sign that ends a prompt.
const ownPrompt = /^((?:[[(]?[\w.~@:/-]+[)\]]?)(?: [\w.~@:/()-]+){0,2}?( ?)([$%#>❯✗»]))[^\S\n]+(?=\S)/;

/**
 * The prompt of a person's own making that a line begins with, such as `~/app $` or `laptop:app ann$`, to be taken for
 * one only where a command follows it. Null for none.
 */
export function ownPromptOf(line: string): Prompt | null {
  const match = ownPrompt.exec(line);
  if (match === null) return null;
  const [whole, text = '', blank, sign = ''] = match;
  if (/^\d+ ?%/.test(text) || (/[#>]/.test(sign) && (blank !== '' || !/[~/@]|^\w+#$/.test(text))))
    return null;
  return { kind: 'user', length: whole.length, text };
}

/** The `# ` of a root shell, for lines that their context has shown to be no comment. */
export function rootPromptOf(line: string): Prompt | null {
  const match = /^#(?: |$)/.exec(line);
  return match === null ? null : { kind: 'root', length: match[0].length, text: '#' };
}

/** The `> ` or `boats> ` with which Node, Mongo and others ask, for lines of a block that is typed into a console; or null. */
export function consolePromptOf(line: string): Prompt | null {
  const match = /^[\w-]*>(?: |$)/.exec(line);
  return match === null ? null : { kind: 'repl', length: match[0].length, text: match[0].trimEnd() };
}

/** The `> ` or `... ` with which a shell or REPL asks for the rest of a command; null when the line has none. */
export function continuationPromptOf(line: string): Prompt | null {
  const match = /^(?:>|\.\.\.>?|\s*(?:-|'|"|`)>|[a-z_]\w*[-('"$*][#>])(?: |$)/.exec(line);
  return match === null ? null : { kind: 'continuation', length: match[0].length, text: match[0].trimEnd() };
}
