import { parseDockerCommand } from '../shell/docker-command.ts';
import { wordsOf } from './words-of.ts';

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
  for (const words of wordsOf(source)) {
    for (const word of words) {
      if (word.startsWith('-') && !word.includes('=')) continue;
      for (const part of [word, ...word.split(/[=:/,@]/)]) if (part !== '' && names.has(part)) return part;
    }
  }
  return null;
}

function madeBy(words: string[]): string[] {
  const docker = parseDockerCommand(words);
  if (docker !== null) return madeByDocker(docker);
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

function madeByDocker({
  verb,
  flags,
  operands,
}: NonNullable<ReturnType<typeof parseDockerCommand>>): string[] {
  switch (verb) {
    case 'run':
    case 'create':
      return flags.get('name') ?? [];
    case 'pull':
      return operands;
    case 'build':
      return (flags.get('tag') ?? []).flatMap((name) => [name, name.split(':')[0]!]);
    case 'tag':
    case 'commit':
    case 'rename':
      return operands.slice(1, 2).flatMap((name) => [name, name.split(':')[0]!]);
    case 'network create':
    case 'volume create':
      return operands;
    default:
      return [];
  }
}

function baseName(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? path;
}
