/** What is known of the command whose output is compared. */
export interface Circumstances {
  /** What was typed; empty where nobody knows. */
  ran: string;
  /** What the page itself has said so far: its commands and files. A value that stands there is content. */
  said: string;
  /** Whether what prints the output runs on the reader's own computer rather than in a container. */
  onHost: boolean;
  /** What placeholders of this command stood for: the page's value and the real one. */
  bindings: Readonly<Record<string, string>>;
  /** What the commands before it in its block have printed, for an output that shows what the whole block prints. */
  above?: readonly Printed[];
}

/** What was typed, and what it printed. */
export interface Printed {
  ran: string;
  output: string;
}

/** Nothing known but the two texts. */
export const unknownCircumstances: Circumstances = { ran: '', said: '', onHost: true, bindings: {} };

/** Whether the page itself has said this value, as a word of its own. */
export function isSaid(value: string, { said }: Pick<Circumstances, 'said'>): boolean {
  for (let at = said.indexOf(value); at !== -1; at = said.indexOf(value, at + 1))
    if (!isWordCharacter(said[at - 1]) && !isWordCharacter(said[at + value.length])) return true;
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w]/.test(character);
}
