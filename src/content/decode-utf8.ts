import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const lenient = new TextDecoder('utf-8', { ignoreBOM: false });
const lineFeed = 0x0a;

/** The text of a file's bytes without a byte order mark, or a `file-not-utf8` finding at the first bad byte. */
export function decodeUtf8(bytes: Uint8Array, path: string): { text: string } | Diagnostic {
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return notUtf8(bytes, path);
  }
}

function notUtf8(bytes: Uint8Array, path: string): Diagnostic {
  const { line, column, offset } = firstBadByte(bytes);
  const value = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`;
  const message = `Byte ${offset + 1} (${value}) is not UTF-8${guess(bytes)}.`;
  return diagnostic('file-not-utf8', pointAt(path, line, column), message, 'Save the file as UTF-8.');
}

function guess(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? '; the file looks like UTF-16' : '';
}

// A line feed is never part of a longer UTF-8 sequence, so lines can be decoded one by one.
function firstBadByte(bytes: Uint8Array): { line: number; column: number; offset: number } {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    const column = badColumn(bytes.subarray(start, end));
    if (column !== null) return { line, column: column.column, offset: start + column.offset };
    start = end + 1;
  }
  return { line, column: 1, offset: Math.max(0, bytes.length - 1) };
}

function badColumn(bytes: Uint8Array): { column: number; offset: number } | null {
  for (let end = 0; end < bytes.length; ) {
    const length = sequenceLength(bytes[end] ?? 0);
    const piece = bytes.subarray(end, end + length);
    try {
      strict.decode(piece);
    } catch {
      return { column: lenient.decode(bytes.subarray(0, end)).length + 1, offset: end };
    }
    end += length;
  }
  return null;
}

function sequenceLength(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}
