const controls = /\x1b\[[0-9;?]*[A-Za-z]|\x1b(?:[=>]|[()]\w)|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\r\x07]/g;

/** What stands in the last line of what a TTY printed, as visible text: a prompt, a question, or what is not ended yet. */
export function lastLineOf(raw: string): string {
  const visible = raw.slice(-2000).replace(controls, '');
  return visible.slice(visible.lastIndexOf('\n') + 1);
}
