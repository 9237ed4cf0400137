import { h } from 'hastscript';
import type { PlannedBlock } from '../model/plan.ts';
import { splitTranscript } from '../shell/transcript.ts';
import { unknownCircumstances } from '../values/circumstances.ts';
import { saidUpTo } from '../values/page-words.ts';
import { typedText } from '../values/typed-text.ts';
import type { Annotation } from './annotate.ts';

/** Marks what in shown output is another value on each computer (ids, dates, sizes): what `verify` lets differ. */
export function varyingParts(
  text: string,
  planned: PlannedBlock | null,
  blocks: readonly PlannedBlock[],
): Annotation[] {
  if (planned === null) return [];
  const said = saidUpTo(blocks, planned);
  return outputsIn(text, planned).flatMap(({ start, end }) => {
    let at = start;
    return text
      .slice(start, end)
      .split('\n')
      .flatMap((line) => {
        const found = varyingIn(line, said).map((part) => ({
          start: part.start + at,
          end: part.end + at,
          wrap,
        }));
        at += line.length + 1;
        return found;
      });
  });
}

const wrap: Annotation['wrap'] = (content) => h('span.varies', content);

function outputsIn(text: string, planned: PlannedBlock): { start: number; end: number }[] {
  if (planned.kind === 'output') return [{ start: 0, end: text.length }];
  if (planned.kind !== 'transcript') return [];
  return splitTranscript(text).entries.flatMap(({ output }) => (output === null ? [] : [output]));
}

// Values lose their runs of blanks where they are taken apart, so one with such a run is not found again.
function varyingIn(line: string, said: string): { start: number; end: number }[] {
  let at = 0;
  return typedText(line, { ...unknownCircumstances, said }).parts.flatMap((part) => {
    if (part.kind !== 'value') return [];
    const start = line.indexOf(part.shown, at);
    if (start === -1) return [];
    at = start + part.shown.length;
    return [{ start, end: at }];
  });
}
