import { type Document, type Node, visit, type YAMLError } from 'yaml';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { YamlOptions, YamlReading } from './reading.ts';

/** The first thing that is no YAML; null when all of it is. */
export function syntaxFault(
  document: Document,
  at: YamlReading['at'],
  options: YamlOptions,
): Diagnostic | null {
  const broken = document.errors[0];
  if (broken === undefined) return null;
  const [start, end] = openQuote(document, broken) ?? broken.pos;
  return syntaxFinding(broken, at(start, end), options);
}

/** An alias that can't be followed; null when there is none. */
export function aliasFault(
  document: Document,
  at: YamlReading['at'],
  options: YamlOptions,
): Diagnostic | null {
  const alias = unusableAlias(document);
  return alias === null ? null : aliasFinding(alias, at, options);
}

function syntaxFinding({ code, message }: YAMLError, place: Place, { codes }: YamlOptions): Diagnostic {
  const text = `This is not valid YAML: ${message.replace(/\.?$/, '.')}`;
  const hint = isOpenQuote(message) ? 'Close the quote that opens here.' : syntaxHints[code];
  return diagnostic(codes.syntax, place, text, hint ?? usualHint);
}

const usualHint = 'A text that holds `: ` or starts with a special sign needs quotes.';

const syntaxHints: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'The key is there twice: keep one of the two.',
  TAB_AS_INDENT: 'Indent with blanks.',
};

// The parser names where it gave the quote up; the author looks for the one that was never closed.
function openQuote(document: Document, { message, pos }: YAMLError): [number, number] | null {
  if (!isOpenQuote(message)) return null;
  let found: [number, number] | null = null;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (type?.startsWith('QUOTE') && range?.[1] === pos[0]) found = [range[0], range[0] + 1];
    },
  });
  return found;
}

function isOpenQuote(message: string): boolean {
  return /^Missing closing .quote/.test(message);
}

// Plain data can be written down; what leads back to itself, or unfolds without end, can't.
function unusableAlias(document: Document): Node | null {
  let first: Node | null = null;
  visit(document, {
    Alias(_key, node) {
      first = node;
      return visit.BREAK;
    },
  });
  if (first === null) return null;
  try {
    JSON.stringify(document.toJS());
    return null;
  } catch {
    return first;
  }
}

function aliasFinding(alias: Node, at: YamlReading['at'], { codes }: YamlOptions): Diagnostic {
  const [start, end] = alias.range ?? [0, 0];
  const message = 'Aliases such as this one lead back to themselves, or stand for too much.';
  return diagnostic(codes.syntax, at(start, end), message, 'Write the value out where it is needed.');
}
