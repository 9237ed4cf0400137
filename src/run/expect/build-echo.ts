import type { Printed } from '../../values/circumstances.ts';
import { hasWord } from './has-word.ts';
import { drawersOf } from './shown/progress/drawn-by.ts';

// What a builder repeats of a Dockerfile, and what it says of its own work; what a step prints stands in other lines.
const repeats = /^\s*(?:Step \d+(?:\/\d+)? ?: |(?:=>|#\d+)\s+(?:CACHED )?\[|(?:=> =>|#\d+) transferring )/;
const runs = /^\s*(?:Step \d+(?:\/\d+)? ?: |(?:=>|#\d+)\s+(?:CACHED )?\[[^\]]*\] )RUN\b/i;
// What only a build prints is meant as it prints it, and so is what a sentence says of a build.
const stepWord = /^(?:Step \d|\[\S|=>|#\d|CACHED\b|[A-Z]{3,} \S)/;
const ofBuild =
  /\bbuil[dt]\w*|\blayers?\b|\bsteps?\b|\binstructions?\b|\bcach\w+|\bcop(?:y|ies|ied|ying)\b|\badd(?:s|ed|ing)?\b|\bexecut\w+|\binstall\w*|\bdockerfile\b/i;

/** A promised word and the sentence that promises it. */
interface Promised {
  word: string;
  sentence: string;
}

/**
 * Whether commands have printed a promised word. `unsure`: only as a part of a `RUN` that a build repeats of its
 * Dockerfile, whose own output a cached build leaves out. What it repeats of other instructions is no result, unless
 * nothing was printed after it (`isLast`).
 */
export function printedByAny(
  above: readonly Printed[],
  promised: Promised,
  isLast: boolean,
): 'printed' | 'unsure' | 'missing' {
  const shown = above.map((one) => shownBy(one, promised));
  if (shown.includes('result') || (isLast && shown.some((how) => how !== null))) return 'printed';
  return shown.includes('run') ? 'unsure' : 'missing';
}

function shownBy(
  { ran, output }: Printed,
  { word, sentence }: Promised,
): 'result' | 'run' | 'other-step' | null {
  if (!hasWord(output, word)) return null;
  const lines = output.split('\n');
  if (stepWord.test(word) || ofBuild.test(sentence) || !drawersOf(ran, lines).build) return 'result';
  if (hasWord(lines.filter((line) => !repeats.test(line)).join('\n'), word)) return 'result';
  return lines.some((line) => runs.test(line) && hasWord(line, word)) ? 'run' : 'other-step';
}
