const tableHeader = /^(?:[A-Z][A-Z0-9 ()/%_-]*?(?:\s{2,}|\t)){1,}[A-Z][A-Z0-9 ()/%_-]*\s*$/m;
const signs = [
  tableHeader,
  /^\s*[[{]\s*$[\s\S]*^\s*[\]}]\s*$/m,
  /^(?:Digest|Status): /m,
  /: (?:Pull complete|Already exists|Pulling from|Downloaded newer)/m,
  /^(?:sha256:)?[0-9a-f]{12,64}$/m,
  /^total \d+$/m,
  /^[d-][rwx-]{9}\s/m,
  /^(?:Error|ERROR|error|Warning|WARNING)[: ]/m,
  /^\[\+\] (?:Running|Building)/m,
  /^(?:Docker version|Docker Compose version) \d/m,
  /^\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/m,
  /^Hello from Docker!/m,
  /^[\w./-]+: .*(?:not found|No such file|denied|cannot)/m,
  /^[A-Z][a-z]+(?: [a-z,']+){2,}/m,
  /^OK$|^\d+ bytes from /m,
];

/** Whether text looks like what a program prints (tables, JSON, digests, log lines, messages). */
export function looksLikeOutput(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}

/** Whether text is drawn with box characters, arrows or tree branches. */
export function looksLikeDrawing(text: string): boolean {
  return /[┌┐└┘├┤│─═║╔╗╚╝╭╮╰╯▼▲►◄→←↓↑⟶⇒]|\+-{3,}\+|-{2,}>/.test(text);
}

// `error validating "web.yaml": …`, `Error from server (NotFound): …`; the rate or the handling of errors is none.
const errorIn =
  /^error (?:(?!logg|handl|report|track|check|correct)\w+ing|from|in|while|when|during) .*: \S/i;
const requiresArguments =
  /^["']?docker[\w -]*["']? (?:requires|accepts) (?:at (?:least|most) |exactly |no )?\d* ?arguments?\b/;

/** Whether the output that a page shows says that the command failed. */
export function looksLikeFailure(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]?.trim() ?? '';
  if (lines.some((line) => /^docker: Error response from daemon: /.test(line))) return true;
  if (/^Error response from daemon|^(?:docker|[Ee]rror|ERROR|fatal): |^E: \S/.test(first)) return true;
  if (errorIn.test(first) || requiresArguments.test(first) || /^E: \S/.test(lines.at(-1)?.trim() ?? ''))
    return true;
  if (lines.length > 3) return false;
  return /^[\w./-]+: (?:.*: )?.*(?:not found|No such|denied|cannot|can't|refused|failed|not permitted|unrecognized|invalid|bad address|unreachable|unknown host|not known|not resolve|timed out)/i.test(
    first,
  );
}

/** Whether it is output that goes on until somebody ends it. */
export function looksEndless(text: string): boolean {
  const hasEnded = /packets transmitted/.test(text) && !/^\^C/m.test(text);
  return !hasEnded && (text.match(/^\d+ bytes from .*seq=\d+/gm) ?? []).length >= 2;
}
