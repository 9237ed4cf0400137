import type { FileStep } from '../../model/plan.ts';
import type { BlockContext } from '../block-context.ts';
import { asksReader } from './asks-to-save.ts';
import { isWrittenByCommand } from './file-makers.ts';
import { nameInMeta } from './file-name.ts';

/** Whether the reader saves a file, or is only shown what the steps before it have left there. */
export function fileStep(name: string, context: BlockContext): FileStep {
  if (context.directive.file !== null || context.edited === name || isAskedFor(context)) return 'saved';
  if (isWrittenByCommand(name, context.planned)) return 'made';
  return nameInMeta(context.block) === null ? 'shown' : 'saved';
}

function isAskedFor({ before, section }: BlockContext): boolean {
  return [section.at(-1) ?? '', ...before.map(({ text }) => text)].some(asksReader);
}
