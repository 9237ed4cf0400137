import { ownPromptOf, type Prompt, promptOf } from '../prompts.ts';
import { beginsLikeCommand } from '../reads-as-shell.ts';

/** A line of a screen with the prompt that it begins with. Offsets are UTF-16 indexes into the text. */
export interface Line {
  start: number;
  end: number;
  text: string;
  prompt: Prompt | null;
}

/**
 * The lines of a screen. Where none begins with a prompt that is one beyond doubt, those are looked for that only their
 * place shows to be prompts: a plain `> `, or what a person has made up.
 */
export function linesOf(text: string): Line[] {
  let start = 0;
  const lines = text.split('\n').map((line): Line => {
    const at = start;
    start += line.length + 1;
    return { start: at, end: at + line.length, text: line, prompt: promptOf(line) };
  });
  return lines.some((line) => line.prompt !== null) ? lines : withOwnPrompts(withPlainPrompts(lines));
}

// `> ` and `% ` are prompts where the first line is one with a command behind it. Bash would redirect into a file.
function withPlainPrompts(lines: Line[]): Line[] {
  const first = lines.find((line) => line.text.trim() !== '')?.text ?? '';
  const mark = /^[>%](?= )/.exec(first)?.[0];
  if (mark === undefined || !beginsLikeCommand(first.slice(2))) return lines;
  return lines.map((line) => {
    const isPrompt = line.text.startsWith(`${mark} `) && beginsLikeCommand(line.text.slice(2));
    return isPrompt ? { ...line, prompt: { kind: 'user', length: 2, text: mark } } : line;
  });
}

// Whatever stands before a command on the first line is a prompt, and so is the like before others.
function withOwnPrompts(lines: Line[]): Line[] {
  const first = lines.find((line) => !/^\s*(?:#.*)?$/.test(line.text));
  if (first === undefined || first.prompt !== null || ownPromptBefore(first.text) === null) return lines;
  return lines.map((line) => ({
    ...line,
    prompt: ownPromptBefore(line.text) ?? spacedPromptBefore(line.text),
  }));
}

function ownPromptBefore(line: string): Prompt | null {
  const prompt = ownPromptOf(line);
  if (prompt === null || !beginsLikeCommand(line.slice(prompt.length))) return null;
  // `cat a > docker` begins with a command itself; a folder does not.
  return beginsLikeCommand(line) && !/^[~/]\S*[ $%#>]/.test(line) ? null : prompt;
}

// `web # ls` is a command with a comment, unless the lines before it have shown prompts.
function spacedPromptBefore(line: string): Prompt | null {
  const match = /^[a-z][\w.@-]* #(?= )/.exec(line);
  if (match === null || !beginsLikeCommand(line.slice(match[0].length))) return null;
  return { kind: 'user', length: match[0].length + 1, text: match[0] };
}
