import { type ParsedShell, parseShell } from '../../shell/parse-shell.ts';
import { promptOf } from '../../shell/prompts.ts';
import { beginsLikeCommand } from '../../shell/reads-as-shell.ts';
import type { BlockContext, Rule, Ruling } from '../block-context.ts';
import { looksLikeOutput } from '../outputs/output-look.ts';
import type { LanguageKind } from '../reading/language.ts';

/** Prompts tell commands from what they print; without prompts, a command followed by what is plainly its output. */
export const transcriptRule: Rule = (context) => {
  if (context.language === 'windows') return null;
  if (context.transcript === null) return null;
  const first = context.transcript.entries.find((entry) => entry.command.trim() !== '');
  if (first === undefined) return null;
  const prompts = [
    ...new Set(
      context.transcript.entries.flatMap((entry) => (entry.prompt === null ? [] : [entry.prompt.text])),
    ),
  ];
  if (prompts.length === 0) {
    return {
      kind: 'transcript',
      because: 'Its first line is a command and what follows is what that command prints.',
    };
  }
  return (
    insideRuling(context) ?? {
      kind: 'transcript',
      because: `It shows commands behind the prompt ${prompts.map((one) => `\`${one}\``).join(' and ')}.`,
    }
  );
};

function insideRuling(context: BlockContext): Ruling | null {
  const room = context.rooms.at(-1);
  if (room === undefined) return null;
  return {
    kind: 'inside',
    because: `Its prompt is that of the ${room.kind === 'shell' ? 'shell' : 'program'} that \`${room.opener.planned.source}\` (line ${room.opener.planned.place.line}) opened.`,
  };
}

/** Whether promptless text is a command on its first line and output on the others. */
export function isCommandWithOutput(text: string, shell: ParsedShell, language: LanguageKind): boolean {
  const only = shell.statements.length === 1 ? shell.statements[0] : undefined;
  if (shell.error === null && only !== undefined && text.slice(only.end).trim() === '') return false;
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  if (
    rest.length === 0 ||
    !beginsLikeCommand(first) ||
    /\\$|^#/.test(first) ||
    parseShell(first).error !== null
  )
    return false;
  if (rest.some((line) => beginsLikeCommand(line))) return false;
  if (looksLikeOutput(rest.join('\n')) || rest.every((line) => isBarePrompt(line))) return true;
  // A tag that says shell says so of all lines.
  return language !== 'shell' && isDocker(first) && !rest.some((line) => mayBelongTo(line));
}

function isDocker(line: string): boolean {
  return /^\s*(?:sudo\s+)?docker\s+(?:(?:container|image|compose)\s+)?(?:run|exec|logs|start|images|ps|inspect|top|version|info)\b/.test(
    line,
  );
}

// A flag or a quoted word of the command above whose line does not say that it goes on, or a note on it.
function mayBelongTo(line: string): boolean {
  return /^\s*(?:[-"'#&|;]|\w+=)|\\$/.test(line);
}

function isBarePrompt(line: string): boolean {
  return promptOf(line)?.text === line.trimEnd();
}
