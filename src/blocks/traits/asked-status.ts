import type { PlannedBlock, PlannedCommand, PlannedExpectation } from '../../model/plan.ts';

// `echo $?`, `echo "status: $?"`
const asks = /^echo\s+(?:\$\?|"[^"$`]*\$\?[^"$`]*"|[\w:=-]+\s*\$\?)$/;

/**
 * Lets commands fail whose exit status the page asks for and shows: with `echo $?` behind it that prints 2, a command
 * is meant to end with 2.
 */
export function expectAskedStatus(blocks: readonly PlannedBlock[]): void {
  const commands = blocks.flatMap((block) => ('commands' in block ? block.commands : []));
  for (const [index, command] of commands.entries()) {
    const before = commands[index - 1];
    if (before?.trait.kind !== 'plain' || !asks.test(command.source.trim())) continue;
    if ((before.terminal ?? 1) !== (command.terminal ?? 1) || before.depth !== command.depth) continue;
    const exitStatus = shownStatus(command);
    if (exitStatus === null || exitStatus === 0) continue;
    const because = `The page asks for its exit status and shows ${exitStatus}.`;
    before.trait = { kind: 'meant-to-fail', exitStatus, because };
  }
}

function shownStatus({ expectations }: PlannedCommand): number | null {
  const numbers = expectations
    .flatMap(textsOf)
    .flatMap((text) => text.match(/(?<![\w.])\d{1,3}(?![\w.])/g) ?? []);
  return numbers.length === 1 ? Number(numbers[0]) : null;
}

function textsOf(expectation: PlannedExpectation): string[] {
  if (expectation.kind === 'output') return [expectation.text];
  return expectation.kind === 'words' ? expectation.words : [];
}
