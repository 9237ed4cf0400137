/**
 * Text that is safe to print: control characters become their pictures (U+2400 ff.), so no escape sequence of a
 * machine's output reaches the reader's terminal; line feed and tab stay. Direction marks are written as `\u202e`.
 */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, picture).replace(invisible, escaped);
}

/** The same for text that must stay on one line: line feed and tab are pictures too. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, picture);
}

// C1 controls (among them CSI as one character), line separators, and what turns the reading direction round.
const invisible = /[\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function picture(character: string): string {
  return character === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + character.charCodeAt(0));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
