import type { Element } from 'hast';
import { h } from 'hastscript';
import { visible, visibleLine } from '../../lib/visible.ts';
import type { BlockReport, CommandReport, PostReport } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { causeSentence, kindMeaning, verdictSymbol, verdictWord } from '../message.ts';
import { inlineCode } from './inline-code.ts';

/** The blocks of a post in the order of the page, unfolded where something did not pass. */
export function blockList(post: PostReport, idOf: (command: CommandReport) => string): Element {
  return h(
    'ol.blocks',
    post.blocks.map((block) => h('li', blockElement(block, idOf))),
  );
}

/** A verdict as symbol and word. */
export function verdictElement(verdict: Verdict | null): Element {
  return h(
    'span.verdict',
    { className: [verdict ?? 'none'] },
    `${verdictSymbol(verdict)} ${verdictWord(verdict)}`,
  );
}

function blockElement(block: BlockReport, idOf: (command: CommandReport) => string): Element {
  const { line, endLine, kind, language, verdict, because, commands } = block;
  const open = verdict !== null && verdict !== 'passed';
  const tag = language === null ? '' : ` (${visibleLine(language)})`;
  return h('details', { open }, [
    h('summary', [
      verdictElement(verdict),
      ` lines ${line}–${endLine}: `,
      h('strong', kind),
      `${tag}, ${kindMeaning(kind)}`,
    ]),
    h('p.because', inlineCode(visible(because))),
    ...causeElements(block),
    commands.length === 0
      ? null
      : h(
          'ul.commands',
          commands.map((command) => commandElement(command, idOf)),
        ),
  ]);
}

function commandElement(command: CommandReport, idOf: (command: CommandReport) => string): Element {
  const { line, source, ran, verdict, notes, prepared, expectations } = command;
  const place = ran === null ? `line ${line}` : h('a', { href: `#${idOf(command)}` }, `line ${line}`);
  return h('li', [
    h('p', [verdictElement(verdict), ' ', place]),
    h('pre.command', h('code', visible(source))),
    ran === null || ran === source ? null : fact('typed', [visible(ran)]),
    ...prepared.map((one) => fact('prepared', [visible(one)])),
    ...causeElements(command),
    ...expectations.map(({ held, message, source: { line: at } }) =>
      h('p.fact', [
        h('b', heldWords[String(held) as keyof typeof heldWords]),
        ` line ${at}: `,
        ...inlineCode(visible(message)),
      ]),
    ),
    ...notes.map((note) => fact('note', inlineCode(visible(note)))),
  ]);
}

const heldWords = { true: 'held', false: 'broken', null: 'unchecked' } as const;

function causeElements({ cause, verdict }: Pick<BlockReport, 'cause' | 'verdict'>): Element[] {
  if (cause === null) return [];
  return [
    h('p', { className: [verdict ?? 'none'] }, inlineCode(causeSentence(cause))),
    ...(cause.hint ? [fact('to do', inlineCode(visible(cause.hint)))] : []),
  ];
}

function fact(label: string, parts: (string | Element)[]): Element {
  return h('p.fact', [h('b', label), ' ', ...parts]);
}
