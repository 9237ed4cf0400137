import type { PlannedCommand } from '../../model/plan.ts';
import {
  callName,
  type DockerCall,
  type DockerFlag,
  dockerCall,
  flagValues,
} from '../../shell/docker-call.ts';
import type { ShellWord } from '../../shell/parse-shell.ts';
import { wordsOf, wordTextsOf } from '../../shell/words-of.ts';
import { isRepeatable } from '../repeatable.ts';

/**
 * Names of what a command would have made (containers, images, networks, volumes, files, folders, programs): the
 * things that later commands lack when it did not work.
 */
export function namesMadeBy(source: string): Set<string> {
  const names = new Set<string>();
  for (const words of wordsOf(source)) for (const name of madeBy(words)) names.add(name);
  for (const match of source.matchAll(/(?:>>?\|?|\btee(?: -a)?)\s*["']?([\w./~-]+)/g))
    names.add(baseName(match[1]!));
  names.delete('null');
  return names;
}

/** The first of these names that a command uses; null when it needs none of them. */
export function nameNeededBy(source: string, names: ReadonlySet<string>): string | null {
  for (const words of wordTextsOf(source)) {
    for (const word of words) {
      if (word.startsWith('-') && !word.includes('=')) continue;
      for (const part of [word, ...word.split(/[=:/,@]/)]) if (part !== '' && names.has(part)) return part;
    }
  }
  return null;
}

/**
 * All names that a command and what is promised of it speak of: arguments, values of flags, addresses, words. Where
 * two commands share one, the failure of the second may follow from that of the first.
 */
export function namesSpokenOf(command: PlannedCommand): Set<string> {
  // What `$(docker ps -q)` gives is not known, and its own words are no names.
  const texts = wordsOf(command.source)
    .flatMap(argumentsOf)
    .filter((text) => !/\$\(|`/.test(text));
  for (const expectation of command.expectations) {
    if (expectation.kind === 'words') texts.push(...expectation.words);
    if (expectation.kind === 'http') texts.push(expectation.url, ...expectation.words);
  }
  const names = texts.flatMap((text) => [text, ...portsAsked(text), ...text.split(/[=:/,@\s]+/)]);
  return new Set(names.filter((name) => name.length > 1 && !everyday.has(name) && !/^\d+$/.test(name)));
}

/** The ports of the reader's computer that a command publishes, as `namesSpokenOf` gives those that another one asks. */
export function portsPublishedBy(source: string): string[] {
  return wordsOf(source).flatMap((words) => {
    const call = dockerCall(words);
    if (call === null) return [];
    return flagValues(call, '-p', '--publish')
      .flatMap((value) => /(?:^|:)(\d{2,5}):\d/.exec(value)?.[1] ?? [])
      .map(portName);
  });
}

function portsAsked(text: string): string[] {
  return [...text.matchAll(/(?<=https?:\/\/[\w.-]{1,80}:)\d{2,5}(?!\d)/g)].map(([port]) => portName(port));
}

function portName(port: string): string {
  return `port ${port}`;
}

/** The images from which a command makes containers, as others may call them. */
export function imagesRunBy(source: string): string[] {
  return wordsOf(source).flatMap((words) => {
    const call = dockerCall(words);
    const isRun = call !== null && /^container (?:run|create)$/.test(callName(call));
    return isRun && call.args[0] !== undefined ? imageNames(call.args[0].text) : [];
  });
}

/** Whether others may need what a command does: not of those that only look, nor of what is done inside a container. */
export function changesThings(source: string): boolean {
  return !isRepeatable(source) && !wordsOf(source).every((words) => dockerCall(words)?.verb === 'exec');
}

// Words that say nothing about what a command is about.
const everyday = new Set(
  'http https localhost 127.0.0.1 latest bash sh tcp udp Up install update usr bin etc'.split(' '),
);

function argumentsOf(words: readonly ShellWord[]): string[] {
  const call = dockerCall(words);
  if (call !== null) {
    // The image says nothing about what is made from it.
    const args = ['run', 'create'].includes(call.verb) && call.object === 'container' ? [] : call.args;
    return [...args.map((word) => word.text), ...call.flags.flatMap(spokenIn)];
  }
  const program = words.findIndex((word) => word.text !== 'sudo');
  // Two commands with `-i` have nothing to do with each other.
  const operands = words.slice(program + 1).filter(({ text }) => !/^--?[\w-]+$/.test(text));
  return operands.map((word) => word.text);
}

// In `type=bind,source=data` and `DB_HOST=db` only `data` and `db` are names of something.
function spokenIn({ name, value }: DockerFlag): string[] {
  if (value === null) return [];
  // What an image is to be called is nothing that making it needs.
  if (name === '-t' || name === '--tag') return [];
  if (name === '--mount')
    return [...value.matchAll(/(?:^|,)(?:source|src)=([^,]+)/g)].map(([, source]) => source!);
  if (!/^(?:-e|--env|-l|--label|--build-arg)$/.test(name)) return [value];
  const [key = '', ...rest] = value.split('=');
  return /pass|secret|key|token|user/i.test(key) ? [] : [rest.join('=')];
}

function madeBy(shellWords: readonly ShellWord[]): string[] {
  const call = dockerCall(shellWords);
  if (call !== null) return madeByDocker(call);
  const words = shellWords.map((word) => word.text);
  const [program, ...rest] = words[0] === 'sudo' ? words.slice(1) : words;
  const operands = rest.filter((word) => !word.startsWith('-'));
  const output = rest.findIndex((word) => word === '-o' || word === '--output' || word === '-O');
  const saved = output === -1 ? [] : [baseName(rest[output + 1] ?? '')];
  switch (program) {
    case 'mkdir':
    case 'touch':
      return operands.map(baseName);
    case 'cp':
    case 'mv':
      return operands.slice(-1).map(baseName);
    case 'git':
      return operands[0] === 'clone'
        ? [baseName((operands[2] ?? operands[1] ?? '').replace(/\.git$/, ''))]
        : [];
    case 'apt':
    case 'apt-get':
    case 'npm':
    case 'pip':
      return operands[0] === 'install' ? operands.slice(1) : [];
    case 'export':
      return operands.map((word) => word.split('=')[0]!);
    default:
      return saved;
  }
}

function madeByDocker(call: DockerCall): string[] {
  const args = call.args.map((word) => word.text);
  switch (callName(call)) {
    case 'container run':
    case 'container create':
      return flagValues(call, '--name');
    case 'image pull':
    case 'network create':
    case 'volume create':
      return args;
    case 'image build':
      return flagValues(call, '-t', '--tag').flatMap(imageNames);
    case 'container rename':
      return args.slice(1, 2);
    case 'image tag':
    case 'container commit':
      return args.slice(1, 2).flatMap(imageNames);
    default:
      return [];
  }
}

// Without a tag it is the latest, and no other.
function imageNames(name: string): string[] {
  const bare = name.replace(/:(?:latest)?$/, '');
  return /:[^:/]*$/.test(bare) ? [bare] : [bare, `${bare}:latest`];
}

function baseName(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? path;
}
