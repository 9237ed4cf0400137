import type { Block } from '../../model/block.ts';
import { consoleLanguage } from '../rooms/console-reads.ts';
import { consoleStatements } from '../rooms/console-statements.ts';
import { bare, type Cut } from './cut.ts';

/** Cuts the text of a REPL from an offset on into one command a statement, as the program that `opener` calls reads it. */
export function cutLines(block: Block, from: number, opener: string): Cut[] {
  return consoleStatements(block.text, from, consoleLanguage(opener)).map((range, index) =>
    bare(block, { source: block.text.slice(range.start, range.end), ...range, index }),
  );
}

/** Cuts text of which every line is one synopsis or one command for another shell. */
export function cutPlainLines(block: Block, strip: RegExp): Cut[] {
  let offset = 0;
  const cuts: Cut[] = [];
  // A line that ends with a backslash goes on.
  for (const line of block.text.split(/(?<!\\)\n/)) {
    const skipped = strip.exec(line)?.[0].length ?? 0;
    const source = line
      .slice(skipped)
      .replace(/\s+#\s.*$/, '')
      .trim();
    const start = offset + line.indexOf(source, skipped);
    offset += line.length + 1;
    if (source === '' || source.startsWith('#')) continue;
    cuts.push(bare(block, { source, start, end: start + source.length, index: cuts.length }));
  }
  return cuts;
}
