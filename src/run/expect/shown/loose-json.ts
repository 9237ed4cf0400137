/**
 * JSON as pages show it: whole, or an excerpt with `...` in it, without its outer brackets, cut off at the end, with a
 * comma too many. `open`: more may stand there in reality.
 */
export type JsonNode =
  | { kind: 'object'; entries: JsonEntry[]; open: boolean }
  | { kind: 'array'; items: JsonNode[]; open: boolean }
  | { kind: 'string'; text: string }
  /** A number, `true`, `false`, `null`, as written. */
  | { kind: 'plain'; text: string }
  | { kind: 'anything' };

/** A key of an object with its value. */
export interface JsonEntry {
  key: string;
  value: JsonNode;
}

const token = /\s+|"(?:[^"\\\n]|\\.)*"|\.{3}|…|[{}[\],:]|-?\d[\d.eE+-]*|true|false|null/y;
const deepest = 200;

/** Reads a text as JSON in this loose sense; null when it is none. Several values in a row are an open array. */
export function readLooseJson(text: string): JsonNode | null {
  const tokens = tokensOf(text);
  if (tokens === null || !tokens.some((one) => one === '{' || one === '[' || one === ':')) return null;
  return new Reader(tokens).read();
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return null;
    if (match[0].trim() !== '') tokens.push(match[0]);
  }
  return tokens;
}

class Reader {
  private at = 0;
  private broken = false;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  read(): JsonNode | null {
    const entries: JsonEntry[] = [];
    const values: JsonNode[] = [];
    while (this.at < this.tokens.length) {
      if (this.take('}') || this.take(']') || this.take(',')) continue;
      if (this.tokens[this.at + 1] === ':') entries.push(this.entry(0));
      else values.push(this.value(0));
      if (this.broken) return null;
    }
    const only = values.filter((value) => value.kind !== 'anything');
    if (entries.length > 0) return only.length > 0 ? null : { kind: 'object', entries, open: true };
    if (only.length === 0 || only.some((value) => value.kind === 'plain' || value.kind === 'string'))
      return null;
    return only.length === 1 ? only[0]! : { kind: 'array', items: only, open: true };
  }

  private value(depth: number): JsonNode {
    const next = this.tokens[this.at];
    this.at += 1;
    if (next === undefined || depth > deepest) return this.fail();
    if (next === '{') return this.object(depth + 1);
    if (next === '[') return this.array(depth + 1);
    if (next === '...' || next === '…') return { kind: 'anything' };
    if (next.startsWith('"')) return { kind: 'string', text: unquoted(next) };
    return /^[\w-]/.test(next) ? { kind: 'plain', text: next } : this.fail();
  }

  private object(depth: number): JsonNode {
    const entries: JsonEntry[] = [];
    let open = false;
    while (!this.take('}')) {
      const next = this.tokens[this.at];
      if (this.broken || next === undefined || next === ']') return { kind: 'object', entries, open: true };
      if (this.take(',')) continue;
      if (this.take('...') || this.take('…')) open = true;
      else entries.push(this.entry(depth));
    }
    return { kind: 'object', entries, open };
  }

  private array(depth: number): JsonNode {
    const items: JsonNode[] = [];
    let open = false;
    while (!this.take(']')) {
      const next = this.tokens[this.at];
      if (this.broken || next === undefined || next === '}') return { kind: 'array', items, open: true };
      if (this.take(',')) continue;
      if (this.take('...') || this.take('…')) open = true;
      else items.push(this.value(depth));
    }
    return { kind: 'array', items, open };
  }

  private entry(depth: number): JsonEntry {
    const key = this.tokens[this.at]!;
    if (!key.startsWith('"') || this.tokens[this.at + 1] !== ':') return { key: '', value: this.fail() };
    this.at += 2;
    // `"Config":` at the end of an excerpt.
    const value: JsonNode = this.at < this.tokens.length ? this.value(depth) : { kind: 'anything' };
    return { key: unquoted(key), value };
  }

  private take(text: string): boolean {
    if (this.tokens[this.at] !== text) return false;
    this.at += 1;
    return true;
  }

  private fail(): JsonNode {
    this.broken = true;
    return { kind: 'anything' };
  }
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}
