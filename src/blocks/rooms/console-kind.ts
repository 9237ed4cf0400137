/** The language that a console reads, as far as it decides where a statement ends. */
export type ConsoleLanguage = 'sql' | 'python' | 'brackets' | 'redis' | 'lines';

/** A program that asks for command after command at a prompt of its own. */
export interface Console {
  names: RegExp;
  language: ConsoleLanguage;
  /** The tags of blocks that are in its language. */
  tags: RegExp;
  /** When it does: always but for what its arguments say, or only when a word behind it asks for that. */
  opens: Waiting | Asked;
  /** The images that do nothing but start it. */
  images?: RegExp;
  /** Its prompt is `> `, which a shell would read as something else. */
  angle?: true;
}

/** Waits for commands unless its arguments say what to do. */
export interface Waiting {
  /** Flags behind which a word belongs to them. */
  valued: RegExp;
  /** Flags with which it does something and ends. */
  ends: RegExp;
  /** How many words that are no flags (a database, a host) leave it at its prompt. */
  free: number;
  /** Flags with which it stays at its prompt whatever else is there. */
  stays?: RegExp;
}

/** Waits for commands only where its first arguments are these: `php -a`, `rails console`, `manage.py shell`. */
export interface Asked {
  by: RegExp;
}

/** The flags with which most programs only tell of themselves. */
export const help = '-[hV?]$|--?version$|--?help$';
