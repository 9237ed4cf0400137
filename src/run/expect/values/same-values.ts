import { dockerCall } from '../../../shell/docker-call.ts';
import { wordsOf } from '../../../shell/words-of.ts';
import type { Circumstances } from '../../../values/circumstances.ts';
import type { Match } from './match-typed.ts';

/**
 * What the shown values of one expectation stood for so far. A value that appears twice on the page must be the
 * same both times in the output, whatever it is.
 */
export type Bindings = ReadonlyMap<string, string>;

/** Adds what a line's values stand for; null when one of them stood for something else before. */
export function bindValues(matches: readonly Match[], before: Bindings): Bindings | null {
  const after = new Map(before);
  for (const { varies, shown, actual } of matches) {
    if (varies) continue;
    const known = after.get(shown);
    if (known !== undefined && !isAbbreviation(known, actual)) return null;
    after.set(shown, known !== undefined && known.length > actual.length ? known : actual);
  }
  return after;
}

/** Sentences about versions and releases that the page and the output give differently: dated, not wrong. */
export function versionNotes(matches: readonly Match[]): string[] {
  return matches.flatMap(({ type, shown, actual }) =>
    (type === 'version' || type === 'release') && shown.split('+')[0] !== actual.split('+')[0]
      ? [`the post says ${shown}, this was ${actual}`]
      : [],
  );
}

/**
 * The sentence about a version that the page has pinned by an image's tag (`python:3.9`) and that came out as another
 * one; null when none did. `line`: the shown line, which together with the command tells what the version is of.
 */
export function pinnedOtherwise(
  matches: readonly Match[],
  line: string,
  { ran, said }: Circumstances,
): string | null {
  const versions = matches.filter(({ type }) => type === 'version' || type === 'release');
  if (versions.length === 0) return null;
  for (const [, image, tag] of said.matchAll(imageWithVersion)) {
    const isMeant = `${ran} ${line}`.toLowerCase().includes(image!.toLowerCase());
    if (!isMeant || runsAnother(ran, image!, tag!)) continue;
    const other = versions.find(({ shown, actual }) => begins(shown, tag!) !== begins(actual, tag!));
    if (other !== undefined)
      return `the post pins ${image}:${tag} and shows ${other.shown}, this was ${other.actual}`;
  }
  return null;
}

const imageWithVersion = /\b([a-z][\w-]{1,60}):v?(\d{1,5}(?:\.\d{1,5}){0,3})(?![\w.]*:)/g;

// `docker run redis` is not `redis:7`, which stands elsewhere on the page.
function runsAnother(ran: string, image: string, tag: string): boolean {
  return wordsOf(ran).some((words) => {
    const name = dockerCall(words)?.args[0]?.text.replace(/^.*\//, '').split('@')[0];
    return name?.split(':')[0] === image && name !== `${image}:${tag}`;
  });
}

function begins(version: string, tag: string): boolean {
  const at = version.search(/\d/);
  const rest = version.slice(at);
  return rest.startsWith(tag) && !/\d/.test(rest[tag.length] ?? '');
}

// The same id is printed in full by one command and with twelve characters by the next.
function isAbbreviation(one: string, other: string): boolean {
  const [short, long] = [withoutEllipsis(one), withoutEllipsis(other)];
  return short.startsWith(long) || long.startsWith(short);
}

function withoutEllipsis(text: string): string {
  return text.replace(/(?:…|\.{3})$/, '');
}
