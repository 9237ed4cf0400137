import type { Plan } from '../model/plan.ts';
import { parseDockerCommand } from '../shell/docker-command.ts';
import { wordsOf } from './words-of.ts';

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
    const docker = parseDockerCommand(words);
    if (docker !== null && ['run', 'create', 'pull'].includes(docker.verb)) return docker.operands[0] ?? null;
  }
  return null;
}
