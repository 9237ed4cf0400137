import type { PlannedBlock } from '../../model/plan.ts';
import { withoutWrappers } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';

const makers =
  /^(?:git clone|npm init|npm create|npx|yarn init|yarn create|pnpm init|pnpm create|docker init|cargo new|cargo init|go mod|django-admin|rails new|composer create-project|tar|unzip|curl|wget|degit)\b/;
const writers = /^(?:tee|cp|mv|install|ln|curl|wget|dd|docker cp|docker container cp|docker compose cp)\b/;
const inPlace = /^(?:sed|perl|yq)\b.*\s(?:-\w*i\S*|--in-place\S*)(?:\s|$)/;

/** Whether a command since the page itself last wrote the file is there to write to it. Only its last name counts. */
export function isWrittenByCommand(name: string, before: readonly PlannedBlock[]): boolean {
  for (const block of before.toReversed()) {
    if (block.kind === 'file' && baseName(block.file.name) === baseName(name)) return false;
    if ('commands' in block && block.commands.some(({ source }) => writes(source, baseName(name))))
      return true;
  }
  return false;
}

/** The file as the page itself last wrote it; null where it has not. */
export function writtenByPage(name: string, before: readonly PlannedBlock[]): string | null {
  const block = before.findLast((one) => one.kind === 'file' && baseName(one.file.name) === baseName(name));
  return block?.kind === 'file' ? block.file.content : null;
}

/** Whether a file is there by then, as far as the page tells: in what it wrote, made, cloned, or in the system. */
export function isThere(name: string, before: readonly PlannedBlock[]): boolean {
  return (
    name.startsWith('/') ||
    writtenByPage(name, before) !== null ||
    isWrittenByCommand(name, before) ||
    before.some((block) => 'commands' in block && block.commands.some(({ source }) => makesFiles(source)))
  );
}

function writes(source: string, name: string): boolean {
  const redirects = [...source.matchAll(/(?<![0-9&=-])>{1,2}\s*["']?([^\s"';&|)]+)/g)];
  if (redirects.some((match) => baseName(match[1]!) === name)) return true;
  return simpleCommands(source).some((words) => {
    const line = words.join(' ');
    if (!writers.test(line) && !inPlace.test(line)) return false;
    return words.slice(1).some((word) => baseName(word.replace(/^of=/, '')) === name);
  });
}

/** Whether a command gives a file all of its contents, whatever it held before. Only its last name counts. */
export function writesAnew(source: string, path: string): boolean {
  const adds = />>|\btee\s+(?:-a|--append)\b/.test(source);
  const edits = simpleCommands(source).some((words) => inPlace.test(words.join(' ')));
  return !adds && !edits && writes(source, baseName(path));
}

function makesFiles(source: string): boolean {
  return simpleCommands(source).some((words) => makers.test(words.join(' ')));
}

function simpleCommands(source: string): string[][] {
  return wordsOf(source).map((words) => withoutWrappers(words).map((word) => word.text));
}

/** The last part of a path, or of one in a container. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
}
