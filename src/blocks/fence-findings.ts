import { infoStringFaults } from '../markdown/fences/info-string-faults.ts';
import type { Block } from '../model/block.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { promptOf } from '../shell/prompts.ts';
import { callsOnlyDocker, readsAsShell } from '../shell/reads-as-shell.ts';
import { hasPrompts } from '../shell/transcript.ts';
import { looksLikeDrawing } from './outputs/output-look.ts';
import { isKnownLanguage, languageKind, languageTag, nearestLanguage } from './reading/language.ts';
import { placeInBlock } from './reading/source-lines.ts';

/** What is wrong with a block as Markdown: its fences, its tag, marks that mean nothing in it. */
export function fenceFindings(block: Block, lines: readonly string[]): Diagnostic[] {
  return [
    ...unclosed(block, lines),
    ...swallowed(block),
    ...unknownLanguage(block),
    ...unreadWords(block, lines),
    ...diagramMarkup(block),
  ];
}

function unclosed(block: Block, lines: readonly string[]): Diagnostic[] {
  if (block.fence === 'indented') return [];
  const mark = block.fence === 'backticks' ? '`' : '~';
  const last = (lines[block.place.endLine - 1] ?? '').replace(/^[\s>]*/, '');
  const isClosed = block.place.endLine > block.place.line && new RegExp(`^${mark}{3,}\\s*$`).test(last);
  if (isClosed) return [];
  const place = { ...block.place, endLine: block.place.line, endColumn: block.place.column + 3 };
  // The empty line behind a file's last line ending is no line of a reader's.
  const end = lines[block.place.endLine - 1] === '' ? block.place.endLine - 1 : block.place.endLine;
  const message = `The fence that opens here is never closed and takes everything to line ${end}.`;
  return [diagnostic('fence-unclosed', place, message, `Close it with a line of ${mark.repeat(3)}.`)];
}

function swallowed(block: Block): Diagnostic[] {
  if (/^(?:md|mdx|markdown|rst|asciidoc)$/.test(languageTag(block.language))) return [];
  if (block.fence === 'indented') return indentedFence(block);
  const mark = block.fence === 'backticks' ? '`' : '~';
  const match = new RegExp(`^[ >]{0,8}${mark}{3,}\\s*[\\w.{][^${mark}\\n]*$`, 'm').exec(block.text);
  if (match === null) return shortFence(block, mark);
  const place = placeInBlock(block, match.index, match.index + match[0].length);
  const message = `A fence opens here inside the block that began on line ${block.place.line}.`;
  return [
    diagnostic(
      'fence-swallows',
      place,
      message,
      `Close the block before it, or give the outer fence one more ${nameOf(mark)}.`,
    ),
  ];
}

// Two marks end no fence, so the prose below belongs to the block and every later fence is the other way round.
function shortFence(block: Block, mark: string): Diagnostic[] {
  const match = new RegExp(`^[ >]{0,8}${mark}{2}[^\\S\\n]*$`, 'm').exec(block.text);
  if (match === null) return [];
  const place = placeInBlock(block, match.index, match.index + match[0].length);
  const message = `Two ${nameOf(mark)}s do not close the fence of line ${block.place.line}, so what follows belongs to its block.`;
  return [diagnostic('fence-swallows', place, message, `Close it with a line of ${mark.repeat(3)}.`)];
}

function nameOf(mark: string): string {
  return mark === '`' ? 'backtick' : 'tilde';
}

function indentedFence(block: Block): Diagnostic[] {
  if (!/^(?:```|~~~)/.test(block.text)) return [];
  const message =
    'The fence is indented by four blanks or more, so Markdown takes it for text of a code block.';
  return [
    diagnostic('fence-swallows', block.place, message, 'Indent it less, or only as far as its list item.'),
  ];
}

function unknownLanguage(block: Block): Diagnostic[] {
  const place = {
    ...block.place,
    endLine: block.place.line,
    endColumn: block.place.column + 3 + (block.language?.length ?? 0),
  };
  const isScreen = () => hasPrompts(block.text);
  const isShell = () => readsAsShell(block.text) || isScreen();
  if (block.language === null) {
    if (block.fence === 'indented' || !isShell() || isForeign(block)) return [];
    return [
      diagnostic(
        'language-unknown',
        place,
        'The block has no language and reads as shell.',
        `Write \`${isScreen() ? 'console' : 'bash'}\` behind the fence.`,
      ),
    ];
  }
  if (isKnownLanguage(block.language)) return wrongLanguage(block, place);
  const near = nearestLanguage(languageTag(block.language));
  const hint =
    near === null
      ? isShell()
        ? `Write \`${isScreen() ? 'console' : 'bash'}\` instead.`
        : 'Use a language that highlighters know.'
      : `Did you mean \`${near}\`?`;
  return [diagnostic('language-unknown', place, `\`${block.language}\` is no known language.`, hint)];
}

// Code of another language never consists of calls of Docker.
function wrongLanguage({ language, text }: Block, place: Block['place']): Diagnostic[] {
  const isTyped = languageKind(language) !== 'code' || /^docker(?:file)?$/.test(languageTag(language));
  if (isTyped || /^(?:md|mdx|markdown|rst|asciidoc|diff|patch)$/.test(languageTag(language))) return [];
  if (!callsOnlyDocker(text)) return [];
  return [
    diagnostic(
      'language-unknown',
      place,
      `The block is tagged \`${language}\` and reads as shell, so it is not typed.`,
      'Write `bash` instead.',
    ),
  ];
}

// The screen of another program than a shell has no tag that everybody knows.
function isForeign(block: Block): boolean {
  const first = block.text.split('\n').find((line) => line.trim() !== '') ?? '';
  return promptOf(first)?.kind === 'repl';
}

function unreadWords(block: Block, lines: readonly string[]): Diagnostic[] {
  const written = block.raw ?? block.text;
  const faults = infoStringFaults(`${block.language ?? ''} ${block.meta}`, written.split('\n').length);
  return faults.map(({ words, message, hint }) => {
    const { path, line, column } = block.place;
    // Words of a list of attributes stand below the block.
    const at = (lines[line - 1] ?? '').indexOf(words, column - 1);
    const start = at === -1 ? column : at + 1;
    const place = { path, line, column: start, endLine: line, endColumn: start + words.length };
    return diagnostic('info-string-invalid', place, message, hint);
  });
}

function diagramMarkup(block: Block): Diagnostic[] {
  if (block.language !== null || !looksLikeDrawing(block.text)) return [];
  const match = /\*\*[^*\n]+\*\*|__[^_\n]+__/.exec(block.text);
  if (match === null) return [];
  const place = placeInBlock(block, match.index, match.index + match[0].length);
  return [
    diagnostic(
      'diagram-markup',
      place,
      `\`${match[0]}\` is shown with its marks in a code block.`,
      'Leave the marks out.',
    ),
  ];
}
