import type { BlockContext } from '../block-context.ts';
import { writtenByPage } from './file-makers.ts';
import { tellingLines } from './file-part.ts';

// `...`, `# …`: what is left out.
const gap = /^(?:#|\/\/|--)?\s*(?:\.{3}|…)$/;

/** Whether a block only shows again, to speak of it, a part of what the page wrote into a file: its lines, in their order. */
export function isExcerptOf(name: string, { block, planned }: BlockContext): boolean {
  const whole = writtenByPage(name, planned);
  if (whole === null) return false;
  const lines = tellingLines(whole);
  let at = 0;
  return tellingLines(block.text).every((line) => {
    if (gap.test(line)) return true;
    const found = lines.indexOf(line, at);
    at = found + 1;
    return found !== -1;
  });
}
