/** Ends the launcher with a message for people; `code` as the README's table of exit codes has it. */
export function fail(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
