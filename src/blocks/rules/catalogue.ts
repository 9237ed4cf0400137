import type { Rule } from '../block-context.ts';
import { cutStatements } from '../cut/cut-statements.ts';

/** A list of independent examples: each with a placeholder and a comment that says what it does. */
export const catalogueRule: Rule = (context) => {
  if (context.transcript !== null || context.shell.error !== null) return null;
  if (!['shell', 'session', 'none', 'odd'].includes(context.language)) return null;
  const { statements, comments } = context.shell;
  // Cutting costs far more than counting.
  if (statements.length < 2 || comments.length < statements.length) return null;
  const cuts = cutStatements(context.block, context.shell, context.names);
  const explained = cuts.filter((cut) => cut.planned.comment !== null);
  const open = cuts.filter((cut) => cut.found.some((one) => one.wants.object !== 'unknown'));
  const alternatives = comments.some((comment) => /^(?:or|alternatively)\b/i.test(comment.text));
  if (alternatives || explained.length < cuts.length || open.length < 2 || open.length * 2 < cuts.length)
    return null;
  return {
    kind: 'catalogue',
    because: `It lists ${cuts.length} examples, each with a comment that says what it does and most with a placeholder.`,
  };
};
