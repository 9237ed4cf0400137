import { isOutputComment } from './output-comment.ts';
import { parseShell } from './parse-shell.ts';
import { templateLiterals } from './template-literals.ts';
import { hasPrompts, splitTranscript } from './transcript.ts';

/** What a reader wants in the clipboard: the commands, without prompts, without what they print. */
export function copyText(written: string): string {
  const text = withoutTemplates(written);
  if (hasPrompts(text)) {
    const commands = splitTranscript(text).entries.map((entry) => entry.command.trim());
    return commands.filter((command) => command !== '').join('\n');
  }
  return withoutOutputComments(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

// A site generator's tag is typed as the text that it makes.
function withoutTemplates(text: string): string {
  return templateLiterals(text).reduceRight(
    (rest, { start, end, value }) => rest.slice(0, start) + value + rest.slice(end),
    text,
  );
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
