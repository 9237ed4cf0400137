import { type EngineState, madeSince, readEngineState } from '../engine-state.ts';
import { commandsOf } from '../paths.ts';
import type { PathResult, Walk } from '../walk.ts';

const cleanUp =
  /^(?:\W|\d)*(?:(?:final|step \d+)\W+)?(?:clean(?:ing)?[\s-]?(?:things[\s-])?up|tear(?:ing)?[\s-]?down)\b/i;

/**
 * Holds a section called "Clean up" at the end of a page to its name: after it no container, network or named volume of
 * the page may be left. Images are no such thing: readers keep them. Fails the section's last command; nothing is said
 * where it or something before it did not work.
 */
export async function checkCleanUp(walk: Walk, result: PathResult): Promise<void> {
  const block = walk.path.blocks.findLast((one) => commandsOf([one]).length > 0);
  if (block === undefined || !block.section.some((heading) => cleanUp.test(heading))) return;
  const report = result.commands.get(commandsOf([block]).at(-1)!.id);
  if (report?.verdict !== 'passed' || walk.troubles.any) return;
  const left = whatIsLeft(madeSince(walk.before, await readEngineState(walk.machine)));
  const source = { line: report.line };
  if (left.length === 0) {
    report.expectations.push({
      kind: 'cleans-up',
      source,
      held: true,
      message: 'nothing of the page is left',
    });
    return;
  }
  const message = `the section is called “${block.section.at(-1)}”, but it leaves ${left.join(', ')}`;
  report.expectations.push({ kind: 'cleans-up', source, held: false, message });
  report.verdict = 'failed';
  report.cause = {
    whose: 'page',
    message,
    hint: 'remove it there too, or give the section another name',
    line: null,
  };
}

function whatIsLeft({ containers, networks, volumes }: EngineState): string[] {
  return [
    ...containers.map(({ name }) => `the container “${name}”`),
    ...networks.map(({ name }) => `the network “${name}”`),
    ...volumes.filter(({ name }) => !/^[0-9a-f]{64}$/.test(name)).map(({ name }) => `the volume “${name}”`),
  ];
}
