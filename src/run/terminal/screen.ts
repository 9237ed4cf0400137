import xterm from '@xterm/headless';
import { styledLine } from './styled-lines.ts';

/** How large the reader's terminal is; docker draws its progress for this width. */
export const terminalSize = { columns: 120, rows: 40 };

// A line takes the emulator 1.4 KB.
const mostLines = 40_000;
const maxRaw = 2 * 1024 * 1024;
const maxStyled = 64 * 1024;

/** What a reader's screen shows in the end. */
export interface Screen {
  /** Progress bars in their last state, no colours, no control characters. */
  text: string;
  /** The same text with its looks as SGR sequences; null when it has none, or when it is too long to be kept twice. */
  styled: string | null;
}

/** The text alone of what a reader's screen shows in the end of the bytes that came from a TTY. */
export async function screenText(raw: string): Promise<string> {
  return (await readScreen(raw)).text;
}

/**
 * What a reader's screen shows in the end of the bytes that came from a TTY. Interpreted by a real terminal emulator
 * where the text needs one.
 */
export async function readScreen(raw: string): Promise<Screen> {
  const text = shorten(raw);
  if (isPlain(text)) return { text: tidy(text.replaceAll('\r\n', '\n')), styled: null };
  const terminal = new xterm.Terminal({
    cols: terminalSize.columns,
    rows: terminalSize.rows,
    scrollback: rowsOf(text),
    allowProposedApi: true,
    // What a machine prints may be no valid sequence; that is no news for the author's own terminal.
    logLevel: 'off',
  });
  try {
    await new Promise<void>((done) => terminal.write(text, done));
    const buffer = terminal.buffer.normal;
    const shown = tidy(linesOf(buffer, (line) => line.translateToString(true)).join('\n'));
    return { text: shown, styled: shown.length <= maxStyled ? styledOf(buffer) : null };
  } finally {
    terminal.dispose();
  }
}

function styledOf(buffer: xterm.IBuffer): string | null {
  const styled = linesOf(buffer, (line) => styledLine(line, line.translateToString(true).length)).join('\n');
  return styled.includes('\u001b') && styled.length <= 4 * maxStyled ? tidy(styled) : null;
}

function isPlain(text: string): boolean {
  return !/[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]/.test(text.replaceAll('\r\n', '\n'));
}

function shorten(raw: string): string {
  return shortenLines(shortenText(raw));
}

function shortenText(raw: string): string {
  if (raw.length <= maxRaw) return raw;
  const half = maxRaw / 2;
  return `${raw.slice(0, half)}\r\n[… ${raw.length - maxRaw} characters left out …]\r\n${raw.slice(-half)}`;
}

function shortenLines(raw: string): string {
  const lines = raw.split('\n');
  if (lines.length <= mostLines) return raw;
  const half = mostLines / 2;
  const note = `[… ${lines.length - mostLines} lines left out …]\r`;
  return [...lines.slice(0, half), note, ...lines.slice(-half)].join('\n');
}

/** As many rows as a text can take at most, so that none is scrolled away. */
function rowsOf(text: string): number {
  return (
    (text.match(/[\n\v\f\x84\x85]|\x1b[DE]/g)?.length ?? 0) + Math.ceil(text.length / terminalSize.columns)
  );
}

/** The buffer's lines as `read` gives them, those that were too long for the screen joined again. */
function linesOf(buffer: xterm.IBuffer, read: (line: xterm.IBufferLine) => string): string[] {
  const lines: string[] = [];
  for (let row = 0; row < buffer.length; row += 1) {
    const line = buffer.getLine(row);
    if (line === undefined) continue;
    const text = read(line);
    if (line.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  return lines;
}

function tidy(text: string): string {
  return text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
}
