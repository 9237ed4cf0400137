import xterm from '@xterm/headless';

/** How large the reader's terminal is; docker draws its progress for this width. */
export const terminalSize = { columns: 120, rows: 40 };

const scrollback = 20_000;
const maxRaw = 2 * 1024 * 1024;

/**
 * What a reader's screen shows in the end of the bytes that came from a TTY: progress bars in their last state,
 * no colours, no control characters. Interpreted by a real terminal emulator where the text needs one.
 */
export async function screenText(raw: string): Promise<string> {
  const text = shorten(raw);
  if (isPlain(text)) return tidy(text.replaceAll('\r\n', '\n'));
  const terminal = new xterm.Terminal({
    cols: terminalSize.columns,
    rows: terminalSize.rows,
    scrollback,
    allowProposedApi: true,
  });
  try {
    await new Promise<void>((done) => terminal.write(text, done));
    return tidy(linesOf(terminal.buffer.normal).join('\n'));
  } finally {
    terminal.dispose();
  }
}

function isPlain(text: string): boolean {
  return !/[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]/.test(text.replaceAll('\r\n', '\n'));
}

function shorten(raw: string): string {
  if (raw.length <= maxRaw) return raw;
  const half = maxRaw / 2;
  return `${raw.slice(0, half)}\r\n[… ${raw.length - maxRaw} characters left out …]\r\n${raw.slice(-half)}`;
}

function linesOf(buffer: xterm.IBuffer): string[] {
  const lines: string[] = [];
  for (let row = 0; row < buffer.length; row += 1) {
    const line = buffer.getLine(row);
    if (line === undefined) continue;
    const text = line.translateToString(true);
    if (line.isWrapped && lines.length > 0) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  return lines;
}

function tidy(text: string): string {
  return text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
}
