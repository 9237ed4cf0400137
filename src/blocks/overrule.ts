import type { PlannedExpectation } from '../model/plan.ts';
import { withoutMarks } from '../shell/mask-placeholders.ts';
import type { BlockContext } from './block-context.ts';
import type { Cut } from './cut/cut.ts';

/** Lets what the author says in a comment above the block overrule what was inferred of its commands. */
export function overrule(cuts: readonly Cut[], context: BlockContext): void {
  const { directive, terminal } = context;
  for (const { planned } of cuts) {
    if (terminal > 1 && planned.trait.kind !== 'other-system') planned.terminal = terminal;
    if (directive.timeoutMs !== null) planned.timeoutMs = directive.timeoutMs;
    if (directive.skip !== null) planned.trait = { kind: 'skip', ...directive.skip };
    for (const placeholder of planned.placeholders) {
      const value =
        directive.bind.get(placeholder.text) ?? directive.bind.get(withoutMarks(placeholder.text));
      if (value !== undefined) placeholder.wants = { object: 'fixed', value };
    }
  }
  const last = cuts.at(-1)?.planned;
  if (last !== undefined && directive.exit !== null) {
    last.trait =
      directive.exit === 0
        ? { kind: 'plain' }
        : { kind: 'meant-to-fail', exitStatus: directive.exit, because: 'The author says so.' };
  }
  if (last !== undefined) addChecks(last.expectations, context);
}

function addChecks(expectations: PlannedExpectation[], context: BlockContext): void {
  const { directive } = context;
  if (directive.place === null) return;
  for (const { url, expect } of directive.get) {
    const words = expect === null ? [] : [expect];
    expectations.push({ kind: 'http', source: directive.place, sentence: `get ${url}`, url, words });
  }
  for (const { command, expect } of directive.run) {
    const words = expect === null ? [] : [expect];
    expectations.push({ kind: 'run', source: directive.place, script: command, words });
  }
}
