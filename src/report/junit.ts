import { visible, visibleLine } from '../lib/visible.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BlockReport, Cause, CommandReport, PostReport, Report } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { cutOutput } from './cut-output.ts';
import { causeSentence } from './message.ts';
import { element, type Xml } from './xml.ts';

/** How one thing of a post went, as JUnit knows it. */
interface TestCase {
  name: string;
  seconds: number;
  outcome: Outcome | null;
  output: string;
}

interface Outcome {
  /** `error` is for what says nothing about the page. */
  element: 'failure' | 'error' | 'skipped';
  type: string;
  message: string;
  /** The details; empty where the message is all there is. */
  text: string;
}

/**
 * A report as JUnit XML: a suite for each post; a case for each command, each other block with a verdict and each
 * finding that is an error. Source: junit-10.xsd of Jenkins' xUnit plugin, the strictest reader in use; it knows no
 * line of a case, so that stands in names and messages.
 */
export function formatJunit(report: Report): string {
  const suites = report.posts.map((post) => ({ post, cases: casesOf(post) }));
  const all = suites.flatMap(({ cases }) => cases);
  const root = element(
    'testsuites',
    { name: 'seaworthy', ...counts(all), time: seconds(report.durationMs) },
    suites.map(({ post, cases }) => suite(post, cases, report)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

function suite(post: PostReport, cases: readonly TestCase[], { startedAt, engine, tool }: Report): Xml {
  const facts = {
    tool,
    verdict: post.verdict ?? 'none',
    ...(engine === null
      ? {}
      : { docker: engine.version, compose: engine.compose, registry: engine.registry }),
  };
  const properties = Object.entries(facts).map(([name, value]) => element('property', { name, value }));
  const head = {
    name: visibleLine(post.path),
    file: visibleLine(post.path),
    ...counts(cases),
    skipped: String(cases.filter((one) => one.outcome?.element === 'skipped').length),
    time: seconds(post.durationMs),
    timestamp: startedAt.slice(0, 19),
  };
  const classname = classnameOf(post.path);
  return element('testsuite', head, [
    element('properties', {}, properties),
    ...cases.map((one) => testcase(one, classname)),
  ]);
}

function counts(cases: readonly TestCase[]): Record<'tests' | 'failures' | 'errors', string> {
  const having = (name: Outcome['element']) =>
    String(cases.filter((one) => one.outcome?.element === name).length);
  return { tests: String(cases.length), failures: having('failure'), errors: having('error') };
}

// Jenkins takes what stands before the last dot for the package.
function classnameOf(path: string): string {
  return visibleLine(path)
    .replace(/\.[^./]+$/, '')
    .replaceAll('/', '.');
}

function testcase({ name, seconds: time, outcome, output }: TestCase, classname: string): Xml {
  const parts: Xml[] = [];
  if (outcome !== null) {
    const { type, message } = outcome;
    parts.push(element(outcome.element, { type, message }, outcome.text));
  }
  if (output !== '') parts.push(element('system-out', {}, output));
  return element('testcase', { name, classname, time: time.toFixed(3) }, parts);
}

function casesOf(post: PostReport): TestCase[] {
  const errors = post.findings.filter((finding) => finding.severity === 'error');
  return [...errors.map(findingCase), ...post.blocks.flatMap((block) => blockCases(block, post.path))];
}

function findingCase({ code, place, message, hint }: Diagnostic): TestCase {
  const where = `${visibleLine(place.path)}:${place.line}:${place.column}`;
  const text = [where, visible(message), visible(hint)].filter(Boolean).join('\n');
  const outcome: Outcome = { element: 'failure', type: code, message: visible(message), text };
  return { name: `line ${place.line}: ${code}`, seconds: 0, outcome, output: '' };
}

function blockCases(block: BlockReport, path: string): TestCase[] {
  if (block.commands.length > 0) return block.commands.map((command) => commandCase(command, path));
  if (block.verdict === null) return [];
  const { verdict, cause, line, kind } = block;
  const name = `line ${line}: ${kind} block`;
  return [{ name, seconds: 0, outcome: outcomeOf(verdict, cause, `${path}:${line}`), output: '' }];
}

function commandCase(command: CommandReport, path: string): TestCase {
  const { line, column, source, durationMs, verdict, cause, output } = command;
  return {
    name: `line ${line}: ${visible(source).replace(/\n\s*/g, ' ⏎ ')}`,
    seconds: durationMs / 1000,
    outcome: outcomeOf(verdict, cause, `${path}:${line}:${column}`),
    output: cutOutput(visible(output)),
  };
}

function outcomeOf(verdict: Verdict | null, cause: Cause | null, where: string): Outcome | null {
  if (verdict === 'passed') return null;
  const message = cause === null ? '' : causeSentence(cause);
  if (verdict === null) return { element: 'skipped', type: 'planned', message: 'Nothing was run.', text: '' };
  if (verdict === 'skipped' || verdict === 'not-run')
    return { element: 'skipped', type: verdict, message: message || verdict, text: '' };
  const text = [visibleLine(where), message, visible(cause?.hint ?? '')].filter(Boolean).join('\n');
  return verdict === 'failed'
    ? { element: 'failure', type: cause?.whose ?? 'page', message: message || 'failed', text }
    : {
        element: 'error',
        type: `blocked by ${cause?.whose ?? 'machine'}`,
        message: message || 'blocked',
        text,
      };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
