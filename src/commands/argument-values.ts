import { InvalidArgumentError } from 'commander';

/** What `--help` says of paths. */
export const pathsHelp = 'Markdown files, or folders of them (default: posts)';

/** What `--help` says of `--engine`. */
export const engineHelp = 'the Docker Engine of the machines (`npm run setup -- --check` lists them)';

/** The paths that are meant: `posts` where none is given. */
export function orPosts(paths: string[]): string[] {
  return paths.length === 0 ? ['posts'] : paths;
}

/** Reads a whole number from 1; throws what Commander shows. */
export function positive(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

/** Reads a percentage; throws what Commander shows. */
export function percent(text: string): number {
  if (/^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 100.');
}

/**
 * Reads a path; throws what Commander shows. Commander takes whatever follows for the value, so a forgotten one would
 * swallow the next option.
 */
export function filePath(text: string): string {
  if (text !== '' && !text.startsWith('-')) return text;
  throw new InvalidArgumentError('It must be a path (./ in front of one that starts with a dash).');
}
