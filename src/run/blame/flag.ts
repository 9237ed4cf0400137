import { nearest } from '../../lib/nearest.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import { type Blame, type Failure, failedWords, pageIsWrong, wordIsWrong } from './failure.ts';

/** A flag that the tool doesn't know, with the nearest that it does. */
export async function flagBlame(failure: Failure): Promise<Blame | null> {
  const long = /(?:unknown flag|unrecognized option|unknown option):? ['"`]?(--?[\w-]+)/.exec(
    failure.output,
  )?.[1];
  const short = /unknown shorthand flag: '(\w)' in (-\w+)/.exec(failure.output);
  if (long === undefined && short === null) return null;
  if (long === undefined)
    return pageIsWrong(`the tool knows no flag -${short?.[1]} (in ${short?.[2]})`, helpHint(failure));
  const known = await flagsOf(failure);
  const meant = nearest(long, known);
  const message = `the tool knows no flag ${long}`;
  if (meant === null) return pageIsWrong(message, helpHint(failure));
  return wordIsWrong(message, `did you mean ${meant}?`, { wrong: long, right: meant });
}

/** A subcommand that docker doesn't have. */
export async function subcommandBlame(failure: Failure): Promise<Blame | null> {
  const word = /(?:is not a docker command|unknown command: docker|unknown docker command:)[^\n]*/.test(
    failure.output,
  )
    ? (/docker: '([^']+)' is not a docker command/.exec(failure.output)?.[1] ??
      /unknown (?:docker )?command: "?(?:docker )?([\w -]+?)"?$/m.exec(failure.output)?.[1])
    : undefined;
  if (word === undefined) return null;
  const help = await failure.machine.run('docker --help', { timeoutMs: 10_000 });
  const known = [...help.stdout.matchAll(/^ {2}([a-z]+)\*? {2,}/gm)].map((match) => match[1]!);
  const meant = nearest(word, known);
  const message = `docker has no command “${word}”`;
  if (meant === null) return pageIsWrong(message, 'see docker --help');
  return wordIsWrong(message, `did you mean docker ${meant}?`, { wrong: word, right: meant });
}

async function flagsOf(failure: Failure): Promise<string[]> {
  const tool = toolOf(failure);
  if (tool === null) return [];
  const help = await failure.machine.run(`${tool} --help`, { timeoutMs: 10_000 });
  return [...new Set(`${help.stdout}\n${help.stderr}`.match(/(?<![\w-])--[a-z][\w-]*/g) ?? [])];
}

function helpHint(failure: Failure): string {
  const tool = toolOf(failure);
  return tool === null ? "see the tool's --help" : `see ${tool} --help`;
}

// Only names that are plainly a command may be run to ask for help.
function toolOf(failure: Failure): string | null {
  const words = failedWords(failure);
  const call = dockerCall(words);
  if (call !== null) return `docker ${call.object} ${call.verb}`.trim();
  const program = words[0]?.text ?? '';
  return /^[a-z][\w-]*$/.test(program) ? program : null;
}
