import type { Plan } from '../model/plan.ts';
import { callName, dockerCall } from '../shell/docker-call.ts';
import { wordsOf } from './words-of.ts';

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

function imageOf(source: string): string | null {
  for (const words of wordsOf(source)) {
    const call = dockerCall(words);
    if (call !== null && bringsImage.has(callName(call))) return call.args[0]?.text ?? null;
  }
  return null;
}
