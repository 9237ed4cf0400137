import { countOf } from '../../lib/count-of.ts';
import type { Paint } from '../../lib/paint.ts';
import { visible, visibleLine } from '../../lib/visible.ts';
import { wrapText } from '../../lib/wrap-text.ts';
import type { Repeats, VerdictChange } from '../../model/report.ts';
import { verdictWord } from '../message.ts';

interface View {
  paint: Paint;
  columns: number;
}

const margin = '    ';

/** What changed between repeats: the place, what was judged there, and each outcome with its count and causes. */
export function formatChanges(repeats: Repeats | undefined, view: View): string {
  return (repeats?.changes ?? []).map((change) => `${formatChange(change, view)}\n`).join('');
}

function formatChange(change: VerdictChange, view: View): string {
  const place = `${visibleLine(change.path)}:${change.line}:${change.column}`;
  const head = `${view.paint(['bold', 'red'], '≠ changes')}  ${place}\n`;
  const what = change.of === 'command' ? visible(change.what) : `${visible(change.what)} (${change.of})`;
  const outcomes = change.outcomes.map((one) => formatOutcome(one, view));
  return `${head}${margin}${what.replaceAll('\n', `\n${margin}  `)}\n${outcomes.join('')}`;
}

function formatOutcome({ outcome, times, causes }: VerdictChange['outcomes'][number], view: View): string {
  const word = outcome === 'not-run' ? verdictWord(outcome) : outcome;
  const inner = `${margin}  `;
  const wrap = (cause: string): string =>
    `${inner}${wrapText(visible(cause), view.columns - inner.length, inner)}\n`;
  return `${margin}${word} ${countOf(times, 'time')}\n${causes.map(wrap).join('')}`;
}
