import type { BlockContext, Rule, Ruling } from './block-context.ts';
import { barePromptRule } from './rules/bare-prompt.ts';
import { catalogueRule } from './rules/catalogue.ts';
import { commandsRule } from './rules/commands.ts';
import { fileRule } from './rules/file.ts';
import { insideRule } from './rules/inside.ts';
import { outputRule } from './rules/output.ts';
import { recalledRule } from './rules/recalled.ts';
import { textReason } from './rules/text.ts';
import { transcriptRule } from './rules/transcript.ts';
import { usageRule } from './rules/usage.ts';

// The order decides: what is surest comes first.
const rules: readonly Rule[] = [
  fileRule,
  recalledRule,
  barePromptRule,
  usageRule,
  catalogueRule,
  transcriptRule,
  insideRule,
  outputRule,
  commandsRule,
];

/** What a block is: what its author says, else what the first rule that knows says. */
export function decide(context: BlockContext): Ruling {
  const { kind, file } = context.directive;
  const found = firstRuling(context);
  if (kind === null || kind === found.kind) return found;
  const because = 'The author says so.';
  if (kind !== 'file') return { kind, because };
  return file === null
    ? { kind: 'text', because: 'The author says that it is a file and gives no name (`file=…`).' }
    : { kind, name: file, because };
}

function firstRuling(context: BlockContext): Ruling {
  for (const rule of rules) {
    const ruling = rule(context);
    if (ruling !== null) return ruling;
  }
  return { kind: 'text', because: textReason(context) };
}
