import { nearest } from '../../lib/nearest.ts';
import { dockerCall } from '../../shell/docker-call.ts';
import { readEngineState } from '../engine-state.ts';
import { makerOf, removerOf } from '../history.ts';
import { type Blame, type Failure, pageIsWrong, somethingIsMissing, wordIsWrong } from './failure.ts';
import { injuryBlame } from './injury.ts';

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

/** A container, volume or network that isn't there, with the nearest that is. */
export async function missingObjectBlame(failure: Failure): Promise<Blame | null> {
  const missing =
    /No such (container|image|volume|network|object): ([^\s,]+)/i.exec(failure.output) ??
    /(network|volume) ([^\s]+) not found/.exec(failure.output);
  if (missing === null) return null;
  const [, sort = '', name = ''] = missing;
  const state = await readEngineState(failure.machine);
  const pool: Record<string, string[]> = {
    container: state.containers.map((one) => one.name),
    image: state.images.flatMap((one) => one.names.flatMap((full) => [full, full.replace(/:latest$/, '')])),
    volume: state.volumes.map((one) => one.name),
    network: state.networks.map((one) => one.name),
  };
  const known = pool[sort.toLowerCase()] ?? Object.values(pool).flat();
  const removed = removerOf(name, failure.done);
  if (removed !== null)
    return pageIsWrong(
      `the ${sort.toLowerCase()} “${name}” is gone at this point of the page`,
      `line ${removed.line} removes it (${removed.ran.split('\n')[0]})`,
      removed.line,
    );
  const meant = nearest(name, known);
  const listed =
    known.length === 0
      ? `there is no ${sort.toLowerCase()} at this point: was a step left out above?`
      : `at this point there is: ${known.join(', ')}`;
  return pageIsWrong(
    `there is no ${sort.toLowerCase()} “${name}” at this point of the page`,
    meant === null ? listed : `did you mean “${meant}”?`,
  );
}

/** A name or a port that something made earlier on the page still holds, and a container in the wrong state. */
export async function conflictBlame(failure: Failure): Promise<Blame | null> {
  const { output } = failure;
  const name = /The container name "\/?([^"]+)" is already in use/.exec(output)?.[1];
  if (name !== undefined) {
    const line = makerOf(name, failure.done)?.line ?? null;
    return pageIsWrong(
      `a container named “${name}” is still there from ${line === null ? 'an earlier step' : `line ${line}`}`,
      `remove it first (docker rm -f ${name}), or use another name`,
      line,
    );
  }
  const port = /(?:Bind for [\d.:[\]]*?:(\d+) failed: port is already allocated|address already in use)/.exec(
    output,
  );
  if (port !== null) {
    const holder = (await readEngineState(failure.machine)).containers.find((one) =>
      one.ports.some((published) => published.host === Number(port[1])),
    );
    return pageIsWrong(
      `port ${port[1] ?? ''} is taken${holder === undefined ? '' : ` by the container “${holder.name}”`}`.replace(
        '  ',
        ' ',
      ),
      holder === undefined ? 'use another port' : `stop “${holder.name}” first, or publish another port`,
    );
  }
  if (
    /container is running: stop the container before removing|You cannot remove a running container/i.test(
      output,
    )
  )
    return pageIsWrong('a running container can only be removed by force', 'stop it first, or add -f');
  if (/is not running/.test(output) && /container/i.test(output))
    return pageIsWrong(
      'the container is not running at this point of the page',
      'was a step left out above? start it first',
    );
  if (/is not paused/.test(output))
    return pageIsWrong('the container is not paused at this point of the page', 'pause it first');
  return null;
}

const exhausted =
  /Cannot connect to the Docker daemon|Is the docker daemon running|no space left on device|Cannot allocate memory|fork: (?:retry|Resource temporarily unavailable)|"OOMKilled": ?true/i;

/** The engine or the machine itself gave up: the page's doing where it has harmed them, else nothing is known about it. */
export async function engineBlame(failure: Failure): Promise<Blame | null> {
  if (/File too large|File size limit exceeded/.test(failure.output))
    return pageIsWrong('fills the disk: no file may be larger than 10 GB in a machine', null);
  if (!exhausted.test(failure.output)) return null;
  const injury = await failure.machine.injury();
  if (injury !== null) return injuryBlame(injury);
  if (/no space left on device/i.test(failure.output))
    return somethingIsMissing('machine', "the machine's disk is full", 'free some space on this computer');
  if (/Docker daemon/i.test(failure.output))
    return somethingIsMissing(
      'engine',
      "the machine's engine does not answer",
      'look at the engine on this computer and run it again',
    );
  return somethingIsMissing('machine', 'the machine ran out of memory or processes', null);
}

// What the shell, its programs and Docker's own command line say of a file that the reader hasn't.
const absentFiles = [
  /(?:cannot access|cannot open|can't open|cd:|cat:|stat) ['"]?([^'":\n]+)['"]?: No such file or directory/,
  /^docker: open (\S+): no such file or directory/m,
  /\bbind source path does not exist: (\S+?)\.?$/m,
  /\benv file (\S+) not found\b/,
  /\bunable to prepare context: path "([^"]+)" not found/,
];

/** A program that isn't on a fresh machine, or a file that isn't there. */
export function shellBlame(failure: Failure): Blame | null {
  const command = /(?:bash|sh): (?:line \d+: |\d+: )?([^\s:]+): (?:command )?not found/.exec(
    failure.output,
  )?.[1];
  if (command === 'docker-compose')
    return wordIsWrong(
      'docker-compose (version 1) is not part of a current Docker',
      'write “docker compose …”',
      { wrong: 'docker-compose', right: 'docker compose' },
    );
  if (command !== undefined) {
    const meant = nearest(command, [
      'docker',
      'sudo',
      'curl',
      'cat',
      'echo',
      'mkdir',
      'touch',
      'grep',
      'exit',
      'ls',
      'apt',
      'apt-get',
      'git',
    ]);
    if (meant === command)
      return pageIsWrong(
        `“${command}” is not there any more`,
        'what has the page removed, or what has it made of PATH?',
      );
    return pageIsWrong(
      `a fresh machine has no command “${command}”`,
      meant === null ? 'let the reader install it first' : `did you mean “${meant}”?`,
    );
  }
  if (/: Permission denied$/m.test(failure.output) && !/\bsudo\b/.test(failure.ran))
    return pageIsWrong(
      'an ordinary user may not do this',
      'write sudo in front of it, or tell the reader to become root',
    );
  const file = absentFiles
    .map((pattern) => pattern.exec(failure.output)?.[1])
    .find((one) => one !== undefined);
  if (file !== undefined)
    return pageIsWrong(
      `there is no ${file.trim()} at this point of the page`,
      'was a step left out above? show how the reader gets it',
    );
  return null;
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
  const words = failure.commands.at(-1) ?? [];
  const call = dockerCall(words);
  if (call !== null) return `docker ${call.object} ${call.verb}`.trim();
  const program = words[0]?.text ?? '';
  return /^[a-z][\w-]*$/.test(program) ? program : null;
}
