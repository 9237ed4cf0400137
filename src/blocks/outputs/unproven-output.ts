import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { BlockContext } from '../block-context.ts';
import { commandInProse, printsLess } from '../rules/output.ts';
import { isIntroduced } from './introduction.ts';
import { looksLikeOutput } from './output-look.ts';

/** Why a block that the text shows as output is that of no command which is typed; null where it is none or can be one's. */
export function whyUnproven(context: BlockContext): string | null {
  const leads = isIntroduced(context) || /[:：]$/.test(context.before.at(-1)?.text ?? '');
  const spoken = context.language !== 'code' && leads ? commandInProse(context) : null;
  if (spoken !== null)
    return `It may be what \`${spoken}\` prints, which stands in the prose and in no block.`;
  if (context.last !== null && printsLess(context) && speaksOfSeeing(context))
    return `It can't be what \`${context.last.planned.source.split('\n')[0]}\` prints, which is one id or name.`;
  return null;
}

function speaksOfSeeing(context: BlockContext): boolean {
  return isIntroduced(context) || context.before.some(({ text }) => /\b(?:see|shows?|output)\b/i.test(text));
}

/** A block of output, taken for text, that is compared with nothing although the page says that it will be seen. */
export function unprovenOutput(context: BlockContext): Diagnostic[] {
  const { place, text } = context.block;
  const why = context.directive.kind === null && looksLikeOutput(text) ? whyUnproven(context) : null;
  if (why === null) return [];
  return [
    diagnostic(
      'output-unproven',
      { ...place, endLine: place.line, endColumn: place.column + 3 },
      `The output is compared with nothing. ${why}`,
      'Show the command that prints it in a block of its own, right above.',
    ),
  ];
}
