import { dockerCall, withoutWrappers } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import type { Draft } from '../block-context.ts';

const readers =
  /^(?:cat|grep|egrep|rg|zgrep|tail|head|less|more|sed|awk|journalctl|dmesg|jq|sort|uniq|echo|printf|tee)$/;
const shells = /^(?:.*\/)?(?:ba|da|a|z)?sh$/;

/**
 * Whether a command prints what others have said (`docker logs`, `grep`), or goes on after something failed, so that an
 * error in its output says nothing of its own exit status. What `cat` complains of is its own: `cat: …`.
 */
export function printsOthers(
  { commands, planned }: Pick<Draft, 'commands' | 'planned'>,
  output: string,
): boolean {
  const last = commands.findLast(({ depth }) => depth === 0);
  return last !== undefined && (reads(last.words, output) || /\|\||;/.test(withoutQuotes(planned.source)));
}

function reads(words: readonly ShellWord[], output: string): boolean {
  const call = dockerCall(words);
  if (call === null) return isReader(withoutWrappers(words), output);
  if (['logs', 'events'].includes(call.verb)) return true;
  return ['run', 'exec'].includes(call.verb) && isReader(call.args.slice(1), output);
}

// A script may fail in the middle and go on.
function isReader(words: readonly ShellWord[], output: string): boolean {
  const [name = '', ...args] = words.map(({ text }) => text);
  if (readers.test(name)) return !output.trimStart().startsWith(`${name}: `);
  return shells.test(name) && args[0] === '-c' && /;|\|\||\n/.test(args[1] ?? '');
}

function withoutQuotes(source: string): string {
  return source.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '');
}
