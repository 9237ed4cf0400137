import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visible } from '../../lib/visible.ts';
import type { CommandReport, PostReport } from '../../model/report.ts';
import { cutOutput } from '../cut-output.ts';
import { causeSentence, verdictSymbol, verdictWord } from '../message.ts';
import { sgrToHtml } from './sgr.ts';
import { type Entry, type TerminalTranscript, transcriptsOf } from './transcripts.ts';

const limits = { lines: 1_000, characters: 64 * 1024, lineCharacters: 2_000 };

/** The transcript of each terminal of a post. `idOf` gives the anchor of a command's place in it. */
export function transcriptSections(post: PostReport, idOf: (command: CommandReport) => string): Element[] {
  return transcriptsOf(post).map((transcript) => {
    const title = `Machine ${transcript.machine}, terminal ${transcript.terminal}`;
    const entries = transcript.entries.map((entry) => entryElement(entry, idOf(entry.command)));
    const note = noteOf(transcript);
    return h('section.transcript', [
      h('h4', title),
      note === null ? null : h('p.note', note),
      h(
        'pre.terminal',
        { tabIndex: 0, role: 'region', ariaLabel: `${title} of ${visible(post.path)}` },
        entries,
      ),
    ]);
  });
}

function noteOf({ machine, entries }: TerminalTranscript): string | null {
  if (machine === 1) return null;
  const line = entries[0]?.command.line ?? 1;
  return `A machine of its own for the reader who takes the other way. What the page says above line ${line} was typed here too; it is not shown again.`;
}

function entryElement({ command, prompt, output, styled }: Entry, id: string): Element {
  const verdict = command.verdict ?? 'none';
  return h('span.entry', { id, dataVerdict: verdict }, [
    ...(command.ran === null ? untyped(command) : typed(prompt, command.ran)),
    ...shown(output, styled),
    ...judged(command),
  ]);
}

function typed(prompt: string, ran: string): ElementContent[] {
  const [first = '', ...more] = visible(ran).split('\n');
  const rest = more.flatMap((line) => [text('\n'), h('span.prompt', '> '), h('span.typed', line)]);
  return [h('span.prompt', visible(prompt)), h('span.typed', first), ...rest, text('\n')];
}

function untyped({ line, source, cause, verdict }: CommandReport): ElementContent[] {
  const why = cause === null ? '' : ` (${causeSentence(cause)})`;
  const first = visible(source).split('\n')[0] ?? '';
  return [h('span.aside', `line ${line}, not typed, ${verdictWord(verdict)}: ${first}${why}`), text('\n')];
}

function shown(output: string, styled: string | null): ElementContent[] {
  if (output === '') return [];
  return [...(styled === null ? [text(visible(cutOutput(output, limits)))] : sgrToHtml(styled)), text('\n')];
}

function judged({ verdict, ran, cause }: CommandReport): ElementContent[] {
  if (ran === null || verdict === null || verdict === 'passed') return [];
  const why = cause === null ? '' : `: ${causeSentence(cause)}`;
  return [
    h(`span.verdict.${verdict}`, `${verdictSymbol(verdict)} ${verdictWord(verdict)}${why}`),
    text('\n'),
  ];
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
