import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PlannedBlock } from '../model/plan.ts';
import type { InfoString } from './fences/info-string.ts';
import { languageName } from './languages.ts';

interface Captioned {
  planned: PlannedBlock | null;
  isShell: boolean;
  isOutput: boolean;
  /** What the author says of it besides: on which server it is typed, for instance. */
  labels: readonly string[];
  /** Whether parts of it are marked as other values on each computer. */
  varies: boolean;
}

/** What stands above code: the file and its language, or what kind of text it is; null where there is nothing to say. */
export function codeCaption(info: InfoString, block: Captioned): ElementContent[] | null {
  const file = info.title ?? (block.planned?.kind === 'file' ? block.planned.file.name : null);
  const kind = block.isShell ? 'Terminal' : block.isOutput ? 'Output' : languageName(info.language);
  const name = file === null ? [] : [h('code', file)];
  const repeats =
    file !== null && (kind === null || file.toLowerCase() === kind.toLowerCase() || block.isShell);
  const parts = [...name, ...(kind === null || repeats ? [] : [file === null ? kind : h('span', kind)])];
  const labels = block.labels.map((label) => h('span', label));
  if (parts.length + labels.length === 0) return null;
  const note = block.varies ? [h('span', 'underlined: yours will differ')] : [];
  return [...parts, ...labels, ...note].flatMap((part, index) => [
    ...(index > 0 ? [text(' ')] : []),
    typeof part === 'string' ? text(part) : part,
  ]);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
