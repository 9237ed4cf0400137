const masked = '***';

// What introduces a secret, and the secret itself (the last group).
const secrets: readonly RegExp[] = [
  /\b(authorization:\s*(?:basic|bearer|token)\s+)([^\s'"]+)/gi,
  /\b((?:x-[\w-]*-token|x-api-key|api-key):\s*)([^\s'"]+)/gi,
  /\b((?:[a-z\d]+[_-])*(?:password|passwd|secret|token|api[_-]?key|access[_-]?key)["']?\s*[=:]\s*)("[^"\n]*"|'[^'\n]*'|[^\s"',;&]+)/gi,
  /(\s--(?:password|token|secret)\s+)([^\s'"]+)/gi,
  /\b([a-z][a-z\d+.-]*:\/\/[^\s/:@]+:)([^\s/@]+)(?=@)/gi,
  /\b()(gh[pousr]_[A-Za-z\d]{20,}|github_pat_\w{20,}|dckr_pat_[\w-]{10,}|glpat-[\w-]{10,}|xox[abpr]-[\w-]{10,}|AKIA[A-Z\d]{16})\b/g,
  /\b()(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g,
];

// Which mirror a machine's packages come from is a matter of the computer that it runs on.
const aptSource = /^((?:Get|Hit|Ign|Err):\d+ )https?:\/\/\S+ /gm;

const privateKey = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/**
 * Text with secrets (tokens, passwords, private keys, credentials in addresses) and each of `hide` (the author's host
 * name, home folder …) replaced by `***`. Words of `hide` shorter than four characters are left, they would hit too much.
 */
export function mask(text: string, hide: readonly string[] = []): string {
  let result = text.replace(privateKey, `$1\n${masked}\n$2`);
  for (const secret of secrets) result = result.replace(secret, `$1${masked}`);
  result = result.replace(aptSource, '$1[mirror] ');
  for (const word of hide) if (word.length >= 4) result = result.replace(wholeWord(word), masked);
  return result;
}

function wholeWord(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, 'giu');
}
