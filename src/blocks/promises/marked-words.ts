import { beginsLikeCommand } from '../../shell/reads-as-shell.ts';
import type { PageNames } from '../names/page-names.ts';
import type { Sentence, Span } from '../reading/sentences.ts';

/** A state as only a listing of Docker's shows it. */
export const listedStatus = /^(?:Up\b|Exited\b|Created$|Restarting\b|\(?Paused\)?$)/;

const status = /^(?:up|exited|created|restarting|paused|running|healthy|unhealthy|starting|stopped)\b/i;
// Emphasis, not something that is printed.
const stressed =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|all|any|both|each|every|exactly|only|just|not|no|new|same|different|other|another|old|first|second|third|last|latest|always|never|now|again|also|still|more|less|most|many|several|immediately|both of them)$/i;
// What follows says something of it: why, under which condition, where else to look.
const clauseEnd =
  /;|:\s|\s[–—-]\s|,?\s(?:otherwise|because|since|which|so|but|if|unless|when|once|while|after|before|as (?:defined|described|set|specified|configured|shown|we|you)|that (?:we|you)|and (?:then|you|we)|where|whose)\s/gi;
const ofAnother =
  /\b(?:contents?|output|logs?|results?|lines?|defined|described|set|specified|configured) (?:of|in|from|by|at)(?: (?:the|your|our|this))?(?: \w+)? ?$/i;
const inFile =
  /\b(?:of|from|inside|in|into|with|by|using|via|through)(?: (?:the|your|our|this))?(?: (?:file|folder|script|\w+file))? ?$/i;
const fileName =
  /^(?:[\w.-]*\/)*[\w-]+\.(?:ya?ml|json|html?|js|ts|py|txt|md|conf|cfg|ini|toml|env|sh|sql|css|php|rb|go|xml|csv|log)$|^(?:Docker|Make|Gem|Caddy)file$|^\.[a-z]\w+$/;

/** The marked words of a sentence, from an index on, that a command prints or a page holds. */
export function markedWords(sentence: Sentence, from: number, names: PageNames): string[] {
  const end = endOfClause(sentence, from);
  return sentence.spans
    .filter((span) => span.at > from && span.at < end && isWord(span, sentence, names))
    .map((span) => span.text.trim());
}

// What comes behind only explains what was said, whatever it says.
const explanation = /;|:\s|\s[–—-]\s|,?\s(?:because|since|which)\s/gi;

/** Where the explanation of what a sentence promises begins; its length where it has none. */
export function startOfExplanation(sentence: Sentence, from: number): number {
  return endOfClause(sentence, from, explanation);
}

function endOfClause({ text, spans }: Sentence, from: number, end = clauseEnd): number {
  const isInside = (index: number) =>
    spans.some((span) => span.at <= index && index < span.at + span.text.length);
  // Right there, or behind its quotation mark.
  const isSpan = (index: number) => spans.some(({ at }) => at === index || at === index + 1);
  for (const match of text.matchAll(end)) {
    // “`one` and then `two`” goes on with what is seen, “`one` and then stop it” does not.
    if (/and then\s$/i.test(match[0]) && isSpan(match.index + match[0].length)) continue;
    const isAfterAny = spans.some((span) => span.at > from && span.at < match.index);
    if (match.index > from && isAfterAny && !isInside(match.index)) return match.index;
  }
  return text.length;
}

function isWord(span: Span, sentence: Sentence, names: PageNames): boolean {
  const word = span.text.trim();
  // A gap to fill (`<name>`) is printed nowhere, an arrow (`80/tcp -> 0.0.0.0:8080`) is.
  if (span.kind === 'link' || word === '' || /^https?:|<|(?<![-=])>/.test(word)) return false;
  if (span.kind === 'quote') return true;
  return span.kind === 'code' ? isPrinted(span, sentence) : isStrongWord(span, sentence, names);
}

function isPrinted(span: Span, { text }: Sentence): boolean {
  const word = span.text.trim();
  if (/\s/.test(word) && beginsLikeCommand(word)) return false;
  if (/^--?[A-Za-z]/.test(word) || /^[a-z]+ (?:id|name)s?$/i.test(word.replace(/^[A-Z ]+$/, '')))
    return false;
  const before = text.slice(0, span.at);
  return !ofAnother.test(before) && !(fileName.test(word) && inFile.test(before));
}

// Bold is for stress too: it is printed when it is a state, a name, or stands alone as what is seen.
function isStrongWord(span: Span, { text, spans }: Sentence, names: PageNames): boolean {
  const word = span.text.trim();
  if (spans.some((one) => one.kind !== 'strong' && one.at >= span.at && one.at < span.at + span.text.length))
    return false;
  if (status.test(word) || names.created.has(word) || names.images.has(word)) return true;
  if (stressed.test(word)) return false;
  const after = text.slice(span.at + span.text.length);
  if (isPhrase(word) && /^\s*(?:page|screen|message|greeting|heading|title)\b/.test(after)) return true;
  return /^\s*(?:$|[.,;:!?)"”]|(?:in|as|at|on|printed|and|or|with|inside|from|followed|by)\b)/.test(after);
}

// Words that somebody says, not the name of a sort: "the **Welcome to nginx!** page", but "the **default** page".
function isPhrase(words: string): boolean {
  return /[!?]$/.test(words) || words.split(/\s+/).length > 2;
}
