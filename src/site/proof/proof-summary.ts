import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import { formatDuration } from '../../lib/duration.ts';
import { oldAfterDays, oldWords } from '../../lib/proof-age.ts';
import type { Cause } from '../../model/report.ts';
import type { ProofState } from '../../model/site-status.ts';
import { verdictSymbol } from '../../report/message.ts';
import { timeElement } from '../dates.ts';
import type { ListedProof } from '../page-data.ts';
import { engineNames, oldestOf } from './engine-runs.ts';
import { type ProofSummary, worstState } from './post-proof.ts';
import { provenWords } from './proof-words.ts';

const needs = {
  network: 'need the internet',
  registry: 'need an image registry',
  image: 'need an image that could not be had',
  engine: 'need a working Docker Engine',
  machine: 'could not be tried on this machine',
  time: 'took too long to tell',
  author: 'wait for the author',
  page: 'could not be tried',
  earlier: 'wait for an earlier command',
} as const satisfies Record<Cause['whose'], string>;

/** Where the status page speaks of a post: of all of it, and of where engines differ. */
export interface StatusHrefs {
  post: string;
  differences: string;
}

/** One line at the top of a post: how many commands are proven, and on what; what is not, and why; and how old that is. */
export function proofSummary(proof: ProofSummary, hrefs: StatusHrefs): Element | null {
  if (proof.commands === 0) return null;
  const state = worstState(proof);
  const isOld = state === 'passed' && proof.engines.some((run) => run.isOld);
  return h('aside.proof-summary', { dataState: isOld ? 'old' : state, ariaLabel: 'Proof' }, [
    h('p', [
      symbolOf(state),
      h('span', [
        ...counted(proof),
        ...rest(proof),
        ...lastRun(proof),
        text(' '),
        h('a', { href: hrefs.post }, 'Status'),
      ]),
    ]),
    ...remarks(proof, hrefs),
  ]);
}

/** The same in a few words, for lists of posts. */
export function proofBadge(proof: ListedProof): Element | null {
  if (proof.commands === 0) return null;
  const state = worstState(proof);
  const text =
    proof.engines.length === 0
      ? 'not verified yet'
      : `${proof.counts.passed} of ${proof.commands} commands proven`;
  return h('span.proof-badge', { dataState: state }, [symbolOf(state), text]);
}

/** What so many commands need that are blocked, by whose fault that is. */
export function needOf(whose: Cause['whose'], commands: number): string {
  const phrase = needs[whose];
  return commands === 1 ? phrase.replace(/^need/, 'needs').replace(/^wait/, 'waits') : phrase;
}

/** The sign of a state; it stands beside words, never alone. */
export function symbolOf(state: ProofState): Element {
  return h('span.sign', { ariaHidden: 'true' }, `${signOf(state)} `);
}

/** The same as a letter. */
export function signOf(state: ProofState): string {
  return state === 'changed' ? '↻' : state === 'unproven' ? '○' : verdictSymbol(state);
}

function counted(proof: ProofSummary): ElementContent[] {
  const oldest = oldestOf(proof.engines);
  if (oldest === null) return [text(`${countOf(proof.commands, 'command')}, not verified yet.`)];
  const { count, where } = provenWords(proof);
  const all = proof.counts.passed === proof.commands;
  return [h('strong', `${count}${all && oldest.isOld ? oldWords : ''}`), text(where)];
}

// Everything that depends on the day is said of one replay: a proof is as old as the oldest that it rests on.
function lastRun({ engines }: ProofSummary): ElementContent[] {
  const oldest = oldestOf(engines);
  if (oldest === null) return [];
  const isOneDay = engines.every((run) => run.recordedAt.slice(0, 10) === oldest.recordedAt.slice(0, 10));
  return [
    text(isOneDay ? ' Run on ' : ` The oldest run, on Docker ${engineNames([oldest])}, was on `),
    timeElement(oldest.recordedAt),
    // A number and its unit stay on one line.
    text(`${isOneDay ? ' in' : ' and took'} ${formatDuration(oldest.ranMs).replaceAll(' ', '\u00a0')}.`),
  ];
}

function rest({ engines, counts, blockedBy }: ProofSummary): ElementContent[] {
  if (engines.length === 0) return [];
  const parts = [
    counts.failed > 0 ? `${counts.failed} failed` : null,
    ...blockedBy.map(({ whose, commands }) => `${commands} ${needOf(whose, commands)}`),
    counts['not-run'] > 0 ? `${counts['not-run']} not run` : null,
    counts.skipped > 0 ? `${counts.skipped} left out` : null,
    counts.changed > 0 ? `${counts.changed} changed since` : null,
    counts.unproven > 0 ? `${counts.unproven} not verified yet` : null,
  ].filter((part) => part !== null);
  return [text(parts.length > 0 ? `; ${parts.join(', ')}.` : '.')];
}

function remarks({ engines, differing }: ProofSummary, hrefs: StatusHrefs): Element[] {
  const standIns = new Set(engines.flatMap((run) => run.standIns));
  const names = [...standIns].sort().map((name) => name.replace(/:latest$/, ''));
  const old = engines.filter((run) => run.isOld);
  const where = old.length < engines.length ? ` on Docker ${engineNames(old)}` : '';
  const places = countOf(differing.length, 'block');
  return [
    differing.length > 0
      ? h('p.remark', [
          `Docker ${engineNames(engines)} differ in `,
          h('a', { href: hrefs.differences }, places),
          '.',
        ])
      : null,
    old.length > 0 ? h('p.remark', `This proof${where} is more than ${oldAfterDays} days old.`) : null,
    names.length > 0
      ? h('p.remark', [
          text(names.length === 1 ? 'The image ' : 'The images '),
          ...listed(names),
          text(
            names.length === 1
              ? ' was a stand-in for the official one'
              : ' were stand-ins for the official ones',
          ),
          text(', built from Debian’s packages.'),
        ])
      : null,
  ].filter((remark) => remark !== null);
}

function listed(names: readonly string[]): ElementContent[] {
  return names.flatMap((name, index) => {
    const before = index === 0 ? '' : index === names.length - 1 ? ' and ' : ', ';
    return [text(before), h('code', name)];
  });
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
