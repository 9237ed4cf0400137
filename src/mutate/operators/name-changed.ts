import { type DockerCall, dockerCall } from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import { flagValueWords } from '../call-words.ts';
import type { Change } from '../change.ts';
import { misspell } from '../misspell.ts';
import type { PlannedPost, TypedCommand } from '../planned-post.ts';

/** The name of a container, network or volume changed in one of the places where the page types it. */
export function nameChanged(post: PlannedPost): Change[] {
  const names = namesMade(post);
  return post.commands.flatMap((command) =>
    command.words.flatMap((words) => {
      const call = dockerCall(words);
      return call === null ? [] : nameWords(call).flatMap((word) => inWord(command, word, names));
    }),
  );
}

function namesMade(post: PlannedPost): Set<string> {
  const names = post.commands.flatMap(({ words }) =>
    words.flatMap((one) => {
      const call = dockerCall(one);
      if (call === null) return [];
      const made =
        call.verb === 'create' && call.object !== 'container' ? call.args.map(({ text }) => text) : [];
      const named = call.flags.flatMap(({ name, value }) =>
        name === '--name' && value !== null ? [value] : [],
      );
      const mounted = flagValueWords(call, '-v', '--volume').map(({ text }) => text.split(':')[0]!);
      return [...made, ...named, ...mounted.filter((name) => /^\w/.test(name))];
    }),
  );
  return new Set(names);
}

// Behind the image (or the container of `exec`) stands what runs inside.
function nameWords(call: DockerCall): ShellWord[] {
  const flags = flagValueWords(call, '--name', '--network', '--net', '--network-alias', '-v', '--volume');
  if (call.object === 'container' && (call.verb === 'run' || call.verb === 'create')) return flags;
  return [...flags, ...(call.verb === 'exec' ? call.args.slice(0, 1) : call.args)];
}

function inWord(command: TypedCommand, word: ShellWord, names: ReadonlySet<string>): Change[] {
  const raw = command.command.source.slice(word.start, word.end);
  const match = /^(?:--?[\w-]+=)?["']?([A-Za-z0-9][\w.-]*)/.exec(raw);
  const name = match?.[1];
  if (match === null || name === undefined || !names.has(name)) return [];
  const start = word.start + match[0].length - name.length;
  return command.change(start, start + name.length, misspell(name));
}
