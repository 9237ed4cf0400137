import { stripVTControlCharacters } from 'node:util';

/** How a REPL whose prompt looks like this says that something was wrong, in lines of their own. */
interface Dialect {
  prompt: RegExp;
  error: RegExp;
  /** Only an answer that holds this tells of an error at all. */
  within?: RegExp;
}

// Each as its program prints it, so that a printed text that only speaks of errors is none.
const dialects: readonly Dialect[] = [
  {
    // Python, which says what was wrong in the last line of its traceback; a wrong spelling has no heading above it.
    prompt: /^(?:>>>|In \[\d+\]:) ?$/,
    error: /^[A-Za-z_][\w.]*(?::.*)?$/gm,
    within: /Traceback \(most recent call last\)|^\s+File "[^"\n]*", line \d+/m,
  },
  // Ruby.
  {
    prompt: /^irb\(.*$/,
    error: /^.*\(irb\):\d+:in .*\(\w[\w:]*\).*$|^\w[\w:]*Error \(.*$/gm,
  },
  {
    // PostgreSQL's psql; with the file's name in front where \i reads one.
    prompt: /[=^!][#>] ?$/,
    error:
      /^(?:psql:[^\n]*?: ?)?(?:ERROR|FATAL|PANIC|error):.*$|^connection to server .*\bFATAL:.*$|^(?:invalid command \\|Did not find any \w+ named |\\\w+: ).*$|^\S+: No such file or directory$/gm,
  },
  { prompt: /^(?:mysql|MariaDB \[.*\])> ?$/i, error: /^ERROR(?: \d+ \(\w+\)|:).*$/gm },
  {
    prompt: /^sqlite> ?$/,
    error: /^(?:(?:Parse|Runtime) error\b|Error: |Usage: \.).*$/gm,
  },
  {
    // Redis and Valkey; within a transaction each answer has its number.
    prompt: /^(?:\S+:\d+(?:\[\d+\])?(?:\(TX\))?|not connected)> ?$/,
    error: /^(?:\d+\) )*\(error\).*$|^(?:Error: |Could not connect to ).*$/gm,
  },
  // Node.
  { prompt: /^> ?$/, error: /^Uncaught\b.*$/gm },
];

// MongoDB's and Cassandra's shells among others.
const anyError = /^(?:ERROR:|\(error\)|Uncaught\b|[A-Z]\w*(?:Error|Exception)(?:\[\w+\])?: ).*$/gm;

/**
 * The line with which a REPL says that something was wrong, the last one; null when it does not. They have no exit
 * status, so their own words must do, and which words depends on the program, which its prompt tells.
 */
export function replError(prompt: string, answer: string): string | null {
  const dialect = dialects.find((one) => one.prompt.test(prompt));
  // MariaDB rings the bell in front of an error.
  const text = stripVTControlCharacters(answer).replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '');
  if (dialect?.within?.test(text) === false) return null;
  return text.match(dialect?.error ?? anyError)?.at(-1) ?? null;
}
