import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';

/** Ends the launcher where Node is older than package.json asks for. */
export function checkNode(home) {
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).engines.node;
  const [major, minor] = numbersOf(wanted);
  const [ourMajor, ourMinor] = numbersOf(process.versions.node);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  fail(2, `Seaworthy needs Node ${wanted}; this is ${process.versions.node}.`);
}

function numbersOf(version) {
  return (version.match(/\d+/g) || []).map(Number);
}
