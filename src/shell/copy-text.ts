import { isOutputComment } from './output-comment.ts';
import { parseShell } from './parse-shell.ts';
import { hasPrompts, splitTranscript } from './transcript.ts';

/** What a reader wants in the clipboard: the commands, without prompts, without what they print. */
export function copyText(text: string): string {
  if (hasPrompts(text)) {
    const commands = splitTranscript(text).entries.map((entry) => entry.command.trim());
    return commands.filter((command) => command !== '').join('\n');
  }
  return withoutOutputComments(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutOutputComments(text: string): string {
  let kept = '';
  let from = 0;
  for (const comment of parseShell(text).comments) {
    if (!isOutputComment(comment.text)) continue;
    kept += text.slice(from, comment.start).replace(/[^\S\n]+$/, '');
    from = comment.ownLine ? Math.min(text.length, comment.end + 1) : comment.end;
  }
  return kept + text.slice(from);
}
