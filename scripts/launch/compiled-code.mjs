import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const digestBytes = 32;

/** The compiled code of a script that a start before has kept in this file; undefined unless it is whole. V8 itself refuses what another V8 or other flags made. */
export function readCode(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(digestBytes);
    return bytes.subarray(0, digestBytes).equals(digestOf(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(data) {
  return createHash('sha256').update(data).digest();
}

/**
 * Keeps the compiled code of a script in this file. Asked for at the end, when all that the command needs has been compiled; a start that
 * failed (`code`: how it ended) keeps none.
 */
export function keepCode(script, file, code) {
  if (code > 1) return;
  const draft = `${file}-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    const data = script.createCachedData();
    writeFileSync(draft, Buffer.concat([digestOf(data), data]), { flag: 'wx' });
    renameSync(draft, file);
  } catch {
    // Without it the next start is slower, no more.
    rmSync(draft, { force: true });
  }
}
