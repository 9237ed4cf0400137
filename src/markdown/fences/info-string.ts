/** What an info string says of how a block is shown, in the ways of the site generators that have such words. */
export interface InfoString {
  /** Without the braces and marks that some hosts add to it; null for none. */
  language: string | null;
  /** The file's name or another title; null for none. */
  title: string | null;
  /** Lines by number, from 1. */
  marked: ReadonlySet<number>;
  inserted: ReadonlySet<number>;
  deleted: ReadonlySet<number>;
  /** The number of the first line where lines are numbered, else null. */
  firstNumber: number | null;
  /** Whether long lines go on below instead of scrolling. */
  wraps: boolean;
}

/** Reads an info string; `lines`: how many lines the block has. */
export function readInfoString(lang: string | null, meta: string, lines: number): InfoString {
  const whole = `${lang ?? ''} ${meta}`;
  const numbered = (pattern: RegExp): Set<number> => lineNumbers(whole, pattern, lines);
  return {
    language: languageOf(lang),
    title: titleOf(meta),
    // Docusaurus, VitePress; Expressive Code; Hugo, MkDocs.
    marked: numbered(/(?:^|[^=])\{([\d,\s-]+)\}|\b(?:mark|highlight|hl_lines)=["'{[]*([\d,\s"'-]+)/g),
    inserted: numbered(/\b(?:ins|add)=["'{[]*([\d,\s"'-]+)/g),
    deleted: numbered(/\b(?:del|rem|remove)=["'{[]*([\d,\s"'-]+)/g),
    firstNumber: firstNumberOf(whole),
    wraps: /(?:^|\s)wrap(?:=(?:true|\{true\}))?(?=\s|$)/.test(meta),
  };
}

/** The value of `title="…"` (or `file=`, `filename=`, `save-as=`); null where there is none. */
function titleOf(meta: string): string | null {
  const match = /(?:^|[\s{,])(?:title|file|filename|save-as)=(?:"([^"]*)"|'([^']*)'|([^\s,}]+))/.exec(meta);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

// `js{1,4}`, `ts:line-numbers`, `{.bash`.
function languageOf(lang: string | null): string | null {
  const name = (lang ?? '')
    .replace(/^\{\s*\.?/, '')
    .replace(/[{:,[].*$/s, '')
    .replace(/\}$/, '');
  // `.term1` is a terminal of Play with Docker.
  return name === '' ? null : lang!.startsWith('.') ? lang : name;
}

function lineNumbers(text: string, pattern: RegExp, lines: number): Set<number> {
  const numbers = new Set<number>();
  for (const match of text.matchAll(pattern)) {
    const list = match.slice(1).find((group) => group !== undefined) ?? '';
    for (const [, from = '', to = from] of list.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
      const last = Math.min(Number(to), lines);
      for (let line = Number(from); line <= last; line += 1) numbers.add(line);
    }
  }
  return numbers;
}

function firstNumberOf(whole: string): number | null {
  const isOn =
    /\b(?:showLineNumbers|line-numbers|lineNumbers|linenos|linenums|numberLines)\b(?!=\{?["']?false)/.test(
      whole,
    );
  if (!isOn) return null;
  const start =
    /\b(?:showLineNumbers|line-numbers|linenums|startLineNumber|linenostart|startFrom)=\{?["']?(\d+)/.exec(
      whole,
    )?.[1];
  return start === undefined ? 1 : Number(start);
}
