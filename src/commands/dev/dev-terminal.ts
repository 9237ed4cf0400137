import path from 'node:path';
import type { Changes } from '../../dev/change-queue.ts';
import { findingsToTell } from '../../dev/new-findings.ts';
import { countOf } from '../../lib/count-of.ts';
import { formatDuration } from '../../lib/duration.ts';
import { visibleLine } from '../../lib/visible.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { countFindings, formatFindings } from '../../report/message.ts';
import type { CommandContext } from '../context.ts';
import type { DevSite, Rebuilt } from './dev-site.ts';

/** More than this scrolls out of sight anyway. */
const mostFindings = 30;

/** What `dev` tells the terminal. */
export class DevTerminal {
  /** A context that may write while the progress of a run is shown in the last line. */
  readonly context: CommandContext;
  readonly #stderr: CommandContext['stderr'];
  #findings: readonly Diagnostic[] = [];

  constructor(context: CommandContext) {
    const over = context.isTTY ? '\r\x1b[2K' : '';
    this.context = { ...context, stdout: (text) => context.stdout(over + text) };
    this.#stderr = (text) => context.stderr(over + text);
  }

  /** Something that does not end the command. */
  trouble(text: string): void {
    this.#stderr(text);
  }

  /** The first build: everything that was found, and where the site is. */
  first(built: Rebuilt, site: DevSite, port: number): void {
    this.#stderr(built.trouble + this.#format(built.findings));
    this.#findings = built.findings;
    if (built.outcome === 'wrong-paths') return;
    const count = countOf(site.posts.length, 'post');
    const address = `http://127.0.0.1:${port}${site.basePath}`;
    this.context.stdout(
      `${count} made in ${formatDuration(built.tookMs)}, to be seen at\n\n  ${address}\n\n`,
    );
    this.context.stdout('The page follows what you save. Ctrl-C ends this.\n');
  }

  /** A later build: what is new, and how long it took; or that it failed. */
  rebuilt({ tookMs, findings, outcome, trouble }: Rebuilt, changes: Changes): void {
    const told = outcome === null ? '' : this.#format(findingsToTell(findings, this.#findings));
    this.#findings = findings;
    if (trouble + told !== '') this.#stderr(`\n${trouble}${told}`);
    const count = findings.length === 0 ? '' : `; ${countFindings(findings)} in all`;
    const made = `made anew in ${formatDuration(tookMs)}${count}`;
    const what = outcome === null ? 'not made; what is shown is older' : made;
    this.context.stdout(`${this.#clock()}  ${this.#name(changes)}: ${what}\n`);
  }

  #format(findings: readonly Diagnostic[]): string {
    const shown = worstFirst(findings).slice(0, mostFindings);
    const others = findings.length - shown.length;
    const rest = others > 0 ? `and ${others} more: \`npm run check\` lists them all\n` : '';
    return formatFindings(shown, { color: this.context.color }) + rest;
  }

  #clock(): string {
    return this.context.now().toTimeString().slice(0, 8);
  }

  #name(changes: Changes): string {
    const [first = '', ...others] = [...changes].map(([file, kind]) => {
      const name = path.relative(this.context.cwd, file);
      return kind === 'proven' ? `the proof of ${name}` : name;
    });
    return visibleLine(others.length === 0 ? first : `${first} and ${countOf(others.length, 'other')}`);
  }
}

function worstFirst(findings: readonly Diagnostic[]): Diagnostic[] {
  return (['error', 'warning', 'note'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}
