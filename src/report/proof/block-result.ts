import type { BlockProof, CommandProof } from '../../model/proof.ts';
import type { Cause, EngineInfo } from '../../model/report.ts';
import { unbound, withoutVolatile } from './volatile.ts';

/**
 * What a block came to on an engine but for what it printed, as a text that is equal for equal results: verdicts, exit
 * statuses, causes and what did not hold. Left aside is what differs from run to run, and the engine's own versions.
 */
export function blockOutcome({ verdict, cause, commands }: BlockProof, engine: EngineInfo): string {
  const outcomes = commands.map((command) => commandOutcome(command, engine));
  return JSON.stringify([verdict, causeOf(cause, engine), outcomes]);
}

/** The same of a single command. */
export function commandOutcome(command: CommandProof, engine: EngineInfo): string {
  const { source, verdict, exitStatus, expectations, cause } = command;
  const broken = expectations.filter(({ held }) => held === false);
  return JSON.stringify([
    [source, verdict, exitStatus, causeOf(cause, engine)],
    broken.map(({ message }) => steady(message, engine)),
  ]);
}

/** The lines that a command printed on an engine, in their order, without what `blockOutcome` leaves aside. */
export function steadyLines({ output, bindings }: CommandProof, engine: EngineInfo): string[] {
  const lines = output.replace(/\n+$/, '').split('\n');
  return lines.map((line) => steady(unbound(line, bindings), engine));
}

function causeOf(cause: Cause | null, engine: EngineInfo): unknown {
  return cause && [cause.whose, steady(cause.message, engine), cause.line];
}

function steady(text: string, { version, api, compose, buildx }: EngineInfo): string {
  // The longest first: one may begin as another does.
  const own = [version, compose, buildx, api].filter((one) => one !== '').sort((a, b) => b.length - a.length);
  const named = own.reduce((result, one) => result.replace(ownVersion(one), '‹version›'), text);
  return withoutVolatile(named);
}

// With what a distribution adds, and the commit that it was built from: `28.5.2+dfsg4, build 9cc6dea`.
function ownVersion(version: string): RegExp {
  const escaped = version.replace(/[^\w]/g, '\\$&');
  const added = '(?:[+~-][\\w.+~-]*)?(?:, build [\\da-f]{7,40})?';
  return new RegExp(`(?<![\\d.])${escaped}(?!\\w|\\.\\d)${added}`, 'g');
}
