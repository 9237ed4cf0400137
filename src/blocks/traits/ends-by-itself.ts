import { withoutWrappers } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';

/** Whether a stage of a pipeline ends when it has read enough, and with it what writes into it for ever. */
export function endsByItself(words: readonly ShellWord[]): boolean {
  const [name = '', ...args] = withoutWrappers(words).map((word) => word.text);
  switch (name) {
    case 'head':
      return true;
    case 'grep':
    case 'egrep':
    case 'fgrep':
      return args.some((arg) => /^-\w*[qm]|^--(?:quiet|max-count)/.test(arg));
    case 'sed':
      return sedScripts(args).some(quits);
    case 'awk':
    case 'gawk':
    case 'mawk':
      return exits(firstFree(args, /^-[Fv]$/));
    default:
      return false;
  }
}

function sedScripts(args: readonly string[]): string[] {
  const given = args.filter((_, index) => /^-\w*e$|^--expression$/.test(args[index - 1] ?? ''));
  return given.length > 0 ? given : [firstFree(args, /^-[fl]$/)];
}

// The first word that is neither a flag nor what belongs to one; empty where there is none.
function firstFree(args: readonly string[], valued: RegExp): string {
  return args.find((arg, index) => !/^-./.test(arg) && !valued.test(args[index - 1] ?? '')) ?? '';
}

// `q` is a command of sed only where a command begins: not in what is looked for, nor in what is put in its place.
function quits(script: string): boolean {
  const bare = script
    .replace(/(?<![A-Za-z])[sy]([^\w\s\\])(?:\\.|(?!\1)[^\\])*\1(?:\\.|(?!\1)[^\\])*\1\w*/g, 's')
    .replace(/\/(?:\\.|[^/\\])*\/I?/g, '0');
  return /(?:^|[;{}\n])\s*\d*\s*!?\s*\{?\s*[qQ]\s*\d*\s*(?:$|[;}\n])/.test(bare);
}

// `exit` is a statement of awk only outside of texts and patterns; in END nothing is left to end.
function exits(script: string): boolean {
  const bare = script
    .replace(/"(?:\\.|[^"\\])*"/g, '')
    .replace(/\/(?:\\.|[^/\\\n])*\//g, '')
    .replace(/#.*$/gm, '')
    .replace(/\bEND\s*\{[^}]*\}/g, '');
  return /(?<![\w$])exit\b/.test(bare);
}
