import { objectWords } from './docker-call/names.ts';
import type { ShellWord } from './parse-shell.ts';

// How many words after the program's name still belong to it, at most.
const depths: Readonly<Record<string, number>> = {
  docker: 1,
  podman: 1,
  'docker-compose': 1,
  git: 1,
  npm: 1,
  yarn: 1,
  pnpm: 1,
  apt: 1,
  'apt-get': 1,
  apk: 1,
  brew: 1,
  kubectl: 1,
  systemctl: 1,
  pip: 1,
  pip3: 1,
  helm: 1,
  minikube: 1,
};
const wrappers = new Set(['sudo', 'time', 'nohup', 'exec', 'watch', 'env', 'command']);

/** The stretches of a simple command that name what runs: `sudo`, `docker compose up`. UTF-16 offsets. */
export function programWords(words: readonly ShellWord[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  while (at < words.length && wrappers.has(words[at]!.text) && at + 1 < words.length) {
    ranges.push({ start: words[at]!.start, end: words[at]!.end });
    at++;
    while (at < words.length && /^-|^\w+=/.test(words[at]!.text)) at++;
  }
  const name = words[at];
  if (name === undefined) return ranges;
  const last = words[lastProgramWord(words, at)]!;
  return [...ranges, { start: name.start, end: last.end }];
}

function lastProgramWord(words: readonly ShellWord[], at: number): number {
  const depth = depths[words[at]!.text] ?? 0;
  const next = words[at + 1];
  if (depth === 0 || next === undefined || !/^[a-z][a-z-]*$/.test(next.text)) return at;
  const isGroup = ['docker', 'podman'].includes(words[at]!.text) && objectWords.has(next.text);
  return isGroup && /^[a-z][a-z-]*$/.test(words[at + 2]?.text ?? '') ? at + 2 : at + 1;
}
