import { imagesRunBy } from '../troubles/needs.ts';

/** What the page has said before a command: its files and commands, a text each, and the files by path. */
export interface OwnPage {
  said: readonly string[];
  written: ReadonlyMap<string, string>;
}

/** The scripts of the page that a command runs: named in it, or what an image does that the page has built. */
export function ownScriptsRunBy(ran: string, page: OwnPage): string[] {
  const image = imageText(ran, page.said);
  return scriptsOf(page).flatMap(({ name, text }) =>
    names(ran, name) || (image !== null && names(image, name)) ? [text] : [],
  );
}

function scriptsOf({ said, written }: OwnPage): { name: string; text: string }[] {
  const saved = [...written].map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1), text }));
  const typed = said
    .filter((text) => text.includes('<<'))
    .flatMap((text) =>
      [...text.matchAll(/(?:>|\btee) ?(?:[\w.~-]*\/)*([\w.-]+)/g)].map((match) => ({
        name: match[1]!,
        text,
      })),
    );
  return [...saved, ...typed];
}

function names(text: string, script: string): boolean {
  return text.split(/[\s"'[\],=;|&()]+/).some((word) => word.slice(word.lastIndexOf('/') + 1) === script);
}

// What an image that the page has built does when it is run, as its Dockerfile says: the last shown before it was built.
function imageText(ran: string, said: readonly string[]): string | null {
  const images = imagesRunBy(ran);
  const built = said.findLastIndex((text) =>
    [...text.matchAll(/\bbuild\b.* (?:-t|--tag)[ =](\S+)/g)].some((match) => images.includes(match[1]!)),
  );
  if (built === -1) return null;
  const file = said.slice(0, built + 1).findLast((text) => /^FROM /m.test(text));
  return file?.match(/^(?:CMD|ENTRYPOINT) .*$/gm)?.join('\n') ?? null;
}
