/** Whether a tool's help lists a flag; of letters written together (`-it`) each one. */
export function helpHasFlag(flag: string, help: string): boolean {
  const name = flag.split('=')[0]!;
  if (name.startsWith('--')) return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(help);
  return [...name.slice(1)].every((letter) => new RegExp(`(?<![\\w-])-${letter}(?![\\w-])`).test(help));
}

/** Whether a tool's help gives a flag a value: `-p, --publish list`. */
export function takesValue(flag: string, help: string): boolean {
  const name = flag.startsWith('--') ? flag : `-${flag.at(-1)}`;
  return new RegExp(
    `${name}(?:, --[\\w-]+)? (?:string|list|int|bytes|decimal|stringArray|strings|duration|mount|network|port|ulimit|filter|[a-z-]+) {2,}`,
  ).test(help);
}
