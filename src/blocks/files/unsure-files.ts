import type { PlannedCommand, UnsureFile } from '../../model/plan.ts';
import { dockerCall, hasFlag } from '../../shell/docker-call.ts';
import type { BlockContext, Draft } from '../block-context.ts';
import { baseName, writesAnew } from './file-makers.ts';
import { changedFile } from './file-part.ts';
import { extendedFile } from './file-sentences.ts';
import { introducedFile } from './introduced-file.ts';

/** Files of which a page has shown what may be only a part, so that nobody knows what they hold from there on. */
export interface UnsureFiles {
  /** By the last part of the name. */
  files: Map<string, Omit<UnsureFile, 'isUsed'>>;
  /** The one that a command has used last: what comes of that nobody knows either. */
  used: Omit<UnsureFile, 'isUsed'> | null;
}

/** Nothing that is unsure yet. */
export function noUnsureFiles(): UnsureFiles {
  return { files: new Map(), used: null };
}

/** The file of which a block, that is not saved, may be a part; null where the text above names none. */
export function unsureName(context: BlockContext): string | null {
  return extendedFile(context) ?? doubtfulFile(context);
}

/** The same where the text does not say that it adds to the file. */
export function doubtfulFile(context: BlockContext): string | null {
  const introduced = introducedFile(context);
  return changedFile(context) ?? (introduced?.isDoubtful === true ? introduced.name : null);
}

/** Takes note of a file that is unsure from a line on. */
export function noteUnsure(unsure: UnsureFiles, name: string, line: number): void {
  unsure.files.set(baseName(name), { name, line });
}

/** Takes note of a file that the page has given whole. */
export function noteSaved(unsure: UnsureFiles, name: string): void {
  const old = unsure.files.get(baseName(name));
  unsure.files.delete(baseName(name));
  if (old !== undefined && unsure.used === old) unsure.used = null;
}

/** Sets for each command which unsure file it uses, or comes after the use of. */
export function markUnsure(unsure: UnsureFiles, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { planned } = draft;
    for (const file of [...unsure.files.values()]) {
      if (writesAnew(planned.source, file.name)) noteSaved(unsure, file.name);
      else if (usesFile(draft, file.name)) {
        unsure.used = file;
        planned.unsureFile = { ...file, isUsed: true };
      }
    }
    if (unsure.used !== null) planned.unsureFile ??= { ...unsure.used, isUsed: false };
  }
}

function usesFile({ planned, commands }: Draft, path: string): boolean {
  const name = baseName(path);
  if (isNamed(planned, name)) return true;
  const calls = commands.map(({ words }) => dockerCall(words)).filter((call) => call !== null);
  if (/^(?:docker-)?compose(?:\.override)?\.ya?ml$/.test(name))
    return calls.some(({ object }) => object === 'compose') && !/\s(?:-f|--file)[ =]/.test(planned.source);
  if (name !== 'Dockerfile') return false;
  return calls.some(
    (call) =>
      call.verb === 'build' && ['image', 'buildx'].includes(call.object) && !hasFlag(call, '-f', '--file'),
  );
}

function isNamed({ source }: PlannedCommand, name: string): boolean {
  const at = source.indexOf(name);
  return (
    at !== -1 &&
    !/[\w.-]$/.test(source.slice(0, at)) &&
    !/^(?:[\w-]|\.\w)/.test(source.slice(at + name.length))
  );
}
