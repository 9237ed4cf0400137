interface Promised {
  sentence: string;
  words: readonly string[];
  isWhole?: true;
}

/**
 * How the single line of an output goes beyond what a sentence says is printed. `other-path`: it is another path, which
 * only begins or ends so ("You should see `/app`."). `more`: it holds more than what is said to be all of it ("This
 * prints `hello`."), and nobody knows whether that is meant. Null where it does not, and where there are more lines.
 */
export function beyondSaid(promised: Promised, output: string): 'other-path' | 'more' | null {
  const { words, isWhole = false } = promised;
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const [word] = words;
  if (lines.length !== 1 || words.length !== 1 || !(isWhole || onlySees(promised))) return null;
  const [said, printed] = [plain(word!), plain(lines[0]!)];
  if (said === printed) return null;
  if (isPath(said) && isPath(printed)) return 'other-path';
  return isWhole ? 'more' : null;
}

function onlySees({ sentence, words }: Promised): boolean {
  const rest = sentence.replace(words[0]!, '');
  return /^\W*(?:(?:now|again|and),? )?(?:you|we) should (?:(?:now|again|still) )?see\W*$/i.test(rest);
}

// Quotation marks around it and a full stop behind it are the sentence's or the program's; so may be a capital letter.
function plain(text: string): string {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return words.replace(/^["'`]/, '').replace(/(?<=.)["'`.!?:/]+$/, '');
}

function isPath(text: string): boolean {
  return /^\/[^\s:]*$/.test(text);
}
