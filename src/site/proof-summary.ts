import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../lib/count-of.ts';
import { formatDuration } from '../lib/duration.ts';
import { oldAfterDays, oldWords } from '../lib/proof-age.ts';
import type { Cause } from '../model/report.ts';
import type { ProofState } from '../model/site-status.ts';
import { verdictSymbol } from '../report/message.ts';
import { timeElement } from './dates.ts';
import { type ProofSummary, worstState } from './post-proof.ts';

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

/**
 * One line at the top of a post: how many commands are proven, on what and when; what is not, and why. `statusHref`
 * leads to the post on the status page.
 */
export function proofSummary(proof: ProofSummary, statusHref: string): Element | null {
  if (proof.commands === 0) return null;
  const state = worstState(proof);
  const isOld = state === 'passed' && proof.record?.isOld;
  return h('aside.proof-summary', { dataState: isOld ? 'old' : state, ariaLabel: 'Proof' }, [
    h('p', [
      symbolOf(state),
      h('span', [...counted(proof), ...rest(proof), text(' '), h('a', { href: statusHref }, 'Status')]),
    ]),
    ...remarks(proof),
  ]);
}

/** The same in a few words, for lists of posts. */
export function proofBadge(proof: Omit<ProofSummary, 'unproven'>): Element | null {
  if (proof.commands === 0) return null;
  const state = worstState(proof);
  const text =
    proof.record === null
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

function counted({ record, counts, commands }: ProofSummary): ElementContent[] {
  if (record === null) return [text(`${countOf(commands, 'command')}, not verified yet.`)];
  const all = counts.passed === commands;
  const numbers = all
    ? `${commands === 1 ? 'The one command' : `All ${commands} commands`} proven`
    : `${counts.passed} of ${commands} commands proven`;
  return [
    h('strong', `${numbers}${all && record.isOld ? oldWords : ''}`),
    text(` on Docker ${record.engine.version} (`),
    timeElement(record.recordedAt),
    text(`), run in ${formatDuration(record.ranMs)}`),
  ];
}

function rest({ record, counts, blockedBy }: ProofSummary): ElementContent[] {
  if (record === null) return [];
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

function remarks({ record }: ProofSummary): Element[] {
  if (record === null) return [];
  const names = record.standIns.map((name) => name.replace(/:latest$/, ''));
  return [
    record.isOld ? h('p.remark', `This proof is more than ${oldAfterDays} days old.`) : null,
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
