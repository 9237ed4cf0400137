import type { FileStep } from '../model/plan.ts';
import type { BlockContext } from './block-context.ts';
import { isWrittenByCommand } from './file-makers.ts';
import { nameInMeta } from './file-name.ts';

const base =
  'add|adjust|append|change|comment|copy|correct|create|edit|extend|fill|fix|insert|make|modify|move|paste|put|remove|replace|save|set|store|type|update|write';
const asks = new RegExp(
  String.raw`\b(?:${base})\b|\b(?:creat|writ|add|edit|chang|updat|modify|sav|past|replac)ing\b|\buse (?:this|the following)\b`,
  'i',
);
// "`npm init` will create it", and the nouns: what is not said to the reader.
const ofAnother = new RegExp(
  String.raw`\b(?:it|this|that|which|command|script|tool|wizard|init|compose|docker)\s+(?:will|should|would|can|does|must)\s+(?:also |now |then |automatically )?(?:${base})\b|\b(?:the|this|that|these|a|an|your|our|any|each|every|last) (?:add|change|copy|edit|fix|insert|make|set|store|type|update)\b`,
  'gi',
);

/** Whether the reader saves a file, or is only shown what the steps before it have left there. */
export function fileStep(name: string, context: BlockContext): FileStep {
  if (context.directive.file !== null || context.edited === name || asksToSave(context)) return 'saved';
  if (isWrittenByCommand(name, context.planned)) return 'made';
  return nameInMeta(context.block) === null ? 'shown' : 'saved';
}

function asksToSave({ before, section }: BlockContext): boolean {
  return [section.at(-1) ?? '', ...before.map(({ text }) => text)].some((text) =>
    asks.test(text.replace(ofAnother, ' ')),
  );
}
