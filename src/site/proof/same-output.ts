import type { CommandProof } from '../../model/proof.ts';
import type { EngineInfo } from '../../model/report.ts';
import { steadyLines } from '../../report/proof/block-result.ts';
import { unbound } from '../../report/proof/volatile.ts';
import { compareOutput } from '../../run/expect/shown/compare-output.ts';
import { callName, dockerCall } from '../../shell/docker-call.ts';
import { wordsOf } from '../../shell/words-of.ts';
import { unknownCircumstances } from '../../values/circumstances.ts';

/** A command as an engine has recorded it. */
export interface Recorded {
  command: CommandProof;
  engine: EngineInfo;
}

/**
 * Whether a command printed the same on two engines, as verifying sees it: each output would hold if a page showed the
 * other, or each line has one like it there. In which order lines come and how often says nothing, for things happen at
 * the same time, and a log holds more a moment later.
 */
export function sameOutput(here: Recorded, there: Recorded): boolean {
  const [own, other] = [here, there].map(({ command, engine }) => steadyLines(command, engine).sort());
  if (own?.join('\n') === other?.join('\n') || countsLog(here.command)) return true;
  const [a, b] = [textOf(here.command), textOf(there.command)];
  if (holds(a, b, here.command) && holds(b, a, here.command)) return true;
  return ownLines(here, [there]).length === 0 && ownLines(there, [here]).length === 0;
}

// Holding each line against all lines of others takes time: of longer outputs only letters decide.
const mostLines = 300;

/** The lines (numbers from 0) that a command printed here, and nothing like them on some of the other engines. */
export function ownLines(here: Recorded, others: readonly Recorded[]): number[] {
  const elsewhere = others.map((one) => new Set(steadyLines(one.command, one.engine)));
  const lines = textOf(here.command).split('\n');
  const isShort = lines.length <= mostLines;
  return steadyLines(here.command, here.engine).flatMap((steady, number) => {
    const isKnown = others.every(
      ({ command }, index) =>
        elsewhere[index]?.has(steady) ||
        (isShort && holds(lines[number] ?? '', textOf(command), here.command)),
    );
    return isKnown ? [] : [number];
  });
}

// `docker logs web | wc -l`
function countsLog({ ran, source }: CommandProof): boolean {
  const commands = wordsOf(ran ?? source);
  return commands.at(-1)?.[0]?.text === 'wc' && commands.some(readsLog);
}

function readsLog(words: Parameters<typeof dockerCall>[0]): boolean {
  const call = dockerCall(words);
  return call !== null && /^(?:container|compose|service) logs$/.test(callName(call));
}

function textOf({ output, bindings }: CommandProof): string {
  return unbound(output.replace(/\n+$/, ''), bindings);
}

function holds(shown: string, printed: string, { ran, source }: CommandProof): boolean {
  return compareOutput(shown, printed, { ...unknownCircumstances, ran: ran ?? source }).held;
}
