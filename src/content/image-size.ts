import { closeSync, openSync, readSync } from 'node:fs';
import { imageSize } from 'image-size';

const headBytes = 256 * 1024;

/** Width and height of an image in pixels, read from its first bytes; null when they can't be read. */
export function imageSizeOf(file: string): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(readHead(file));
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
  } catch {
    return null;
  }
}

function readHead(file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(headBytes);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}
