import type { IBufferCell, IBufferLine } from '@xterm/headless';
import { nearestColor } from './terminal-colors.ts';

/**
 * A line of a terminal's screen, its first `length` characters (UTF-16), with each change of look as an SGR sequence (ECMA-48,
 * section 8.3.117) and all looks ended. Colours are the nearest of the sixteen basic ones, concealed text is shown.
 */
export function styledLine(line: IBufferLine, length: number): string {
  let text = '';
  let look = '';
  let written = 0;
  for (let column = 0; column < line.length && written < length; column += 1) {
    const cell = line.getCell(column);
    const shown = cell?.getChars() || ' ';
    // The second half of a wide character is nothing by itself.
    if (cell === undefined || (cell.getWidth() === 0 && cell.getChars() === '')) continue;
    const next = lookOf(cell);
    if (next !== look) text += next === '' ? '\u001b[0m' : `\u001b[0;${next}m`;
    look = next;
    text += shown;
    written += shown.length;
  }
  return look === '' ? text : `${text}\u001b[0m`;
}

function lookOf(cell: IBufferCell): string {
  const codes = [
    cell.isBold() ? 1 : null,
    cell.isDim() ? 2 : null,
    cell.isItalic() ? 3 : null,
    cell.isUnderline() ? 4 : null,
    cell.isInverse() ? 7 : null,
    cell.isStrikethrough() ? 9 : null,
    cell.isFgDefault() ? null : colorCode(30, colorOf(cell.getFgColor(), cell.isFgRGB())),
    cell.isBgDefault() ? null : colorCode(40, colorOf(cell.getBgColor(), cell.isBgRGB())),
  ];
  return codes.filter((code) => code !== null).join(';');
}

function colorOf(value: number, isRgb: boolean): number {
  return !isRgb && value < 16 ? value : nearestColor(value, isRgb);
}

function colorCode(base: 30 | 40, color: number): number {
  return color < 8 ? base + color : base + 60 + color - 8;
}
