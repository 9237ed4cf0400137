import { countOf } from '../../lib/count-of.ts';
import { type Paint, painter } from '../../lib/paint.ts';
import { visible, visibleLine } from '../../lib/visible.ts';
import { truncate, wrapText } from '../../lib/wrap-text.ts';
import type { BlockReport, CommandReport, PostReport, Report } from '../../model/report.ts';
import { kindMeaning } from '../message.ts';

interface View {
  paint: Paint;
  columns: number;
}

const indent = ' '.repeat(8);

/** What `--dry-run` prints: for each block its line, kind and the reason for it, its commands and what they promise. */
export function formatPlan(report: Report, options: { color: boolean; columns?: number }): string {
  const view = { paint: painter(options.color), columns: Math.min(Math.max(options.columns ?? 80, 40), 100) };
  const { blocks, text, commands } = report.summary;
  const total = `${countOf(blocks, 'block')}, ${text} of them text; ${countOf(commands, 'command')}. Nothing was run.`;
  return `${report.posts.map((post) => formatPost(post, view)).join('\n')}\n${total}\n`;
}

function formatPost(post: PostReport, view: View): string {
  const head = view.paint('bold', visibleLine(post.path));
  if (post.blocks.length === 0) return `${head}\n${indent}no code blocks\n`;
  return `${head}\n${post.blocks.map((block) => formatBlock(block, view)).join('')}`;
}

function formatBlock(block: BlockReport, view: View): string {
  const language = block.language === null ? '' : view.paint('dim', ` (${visibleLine(block.language)})`);
  const head = `${String(block.line).padStart(6)}  ${view.paint('bold', block.kind)}${language}: ${kindMeaning(block.kind)}\n`;
  const because = `${indent}${wrapText(visible(block.because), view.columns - indent.length, indent)}\n`;
  return `${head}${because}${block.commands.map((command) => formatCommand(command, view)).join('')}`;
}

function formatCommand(command: CommandReport, view: View): string {
  const [first = '', ...more] = visible(command.source).split('\n');
  const rest = more.length === 0 ? '' : ` (+ ${countOf(more.length, 'line')})`;
  const line = `${indent}${view.paint('dim', '$')} ${truncate(first, view.columns - indent.length - 2 - rest.length)}${rest}\n`;
  const promises = command.expectations.map((expectation) => {
    const text = wrapText(`promised: ${visible(expectation.message)}`, view.columns - 12, ' '.repeat(12));
    return `${' '.repeat(10)}${view.paint('cyan', text)}\n`;
  });
  const notes = command.notes.map((note) => {
    return `${' '.repeat(10)}${wrapText(visible(note), view.columns - 12, ' '.repeat(12))}\n`;
  });
  return line + notes.join('') + promises.join('');
}
