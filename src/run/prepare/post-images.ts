import type { Plan, PlannedBlock } from '../../model/plan.ts';
import { callName, dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';

const bringsImage = new Set(['container run', 'container create', 'image pull']);

/** Images that the post's own commands run or pull, in the order of the page; placeholders are left out. */
export function imagesOfPlan(plan: Plan): string[] {
  const names: string[] = [];
  for (const block of plan.blocks) {
    if (!('commands' in block) || block.kind === 'usage') continue;
    for (const command of block.commands) {
      const image = command.placeholders.length === 0 ? imageOf(command.source) : null;
      if (image !== null && !names.includes(image)) names.push(image);
    }
  }
  return names;
}

/**
 * Images that anything on the page may bring, files for `docker build` and Compose included. Those whose name only a
 * run knows (a placeholder, a variable) are not among them.
 */
export function imagesOfPage(plan: Plan): string[] {
  const texts = plan.blocks.flatMap((block) => ('file' in block ? [block.file.content] : textsOf(block)));
  const named = texts.flatMap((text) => [...text.matchAll(namesImage)].map((match) => match[1]!));
  const own = new Set(texts.flatMap((text) => [...text.matchAll(namesStage)].map((match) => match[1]!)));
  const builtFrom = named.filter((name) => name !== 'scratch' && !own.has(name) && !name.includes('$'));
  return [...new Set([...imagesOfPlan(plan), ...builtFrom])];
}

const namesImage = /^\s*(?:FROM(?:\s+--\S+)*|-?\s*image:)\s+["']?([^\s"']+)/gim;
const namesStage = /^\s*FROM\s.*\sAS\s+(\S+)/gim;

function textsOf(block: PlannedBlock): string[] {
  return 'commands' in block ? block.commands.map(({ source }) => source) : [];
}

function imageOf(source: string): string | null {
  for (const words of wordsOf(source)) {
    const call = dockerCall(words);
    if (call !== null && bringsImage.has(callName(call))) return call.args[0]?.text ?? null;
  }
  return null;
}
