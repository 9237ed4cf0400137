import type { Drawers } from './drawn-by.ts';
import type { Fact, Reading } from './fact.ts';
import { readBuild } from './read-build.ts';
import { readCompose } from './read-compose.ts';
import { readPull } from './read-pull.ts';

/** What an output says has happened, whatever the progress of it looked like. */
export interface Progress {
  facts: Fact[];
  /** Lines that are no progress. */
  rest: string[];
  /** Those of them that stand where a step of a build prints. */
  ofSteps: ReadonlySet<string>;
}

/** Reads the progress out of an output; each line either is a fact, says nothing in the end, or is the rest. */
export function readProgress(lines: readonly string[], drawers: Drawers): Progress {
  const facts: Fact[] = [];
  const rest: string[] = [];
  const ofSteps = new Set<string>();
  const steps = new Map<string, Fact & { kind: 'step' }>();
  let isInStep = false;
  for (const line of lines) {
    const reading = readLine(line, drawers);
    if (reading === null) {
      const text = drawers.build ? withoutStepNumber(line) : line;
      rest.push(text);
      if (isInStep || text !== line) ofSteps.add(text);
      continue;
    }
    isInStep = beginsStep.test(line) || (isInStep && !endsBuild.test(line));
    if (reading === 'cached') markCached(line, steps, facts);
    else if (reading !== 'noise') {
      facts.push(reading);
      const number = /^\s*#(\d+) /.exec(line)?.[1];
      if (reading.kind === 'step' && number !== undefined) steps.set(number, reading);
    }
  }
  return { facts, rest, ofSteps };
}

// The classic builder prints what a step prints below it; BuildKit with plain progress behind the step's number.
const beginsStep = /^\s*(?:Step \d|-{3,}> Running in )/;
const endsBuild = /^\s*Successfully (?:built|tagged) /;

// `#7 0.412 Fetched 9 MB`: number and time are chance.
function withoutStepNumber(line: string): string {
  return line.replace(/^\s*#\d+ \d+\.\d+ /, '');
}

// `#8 CACHED` speaks of step 8, ` ---> Using cache` of the one above.
function markCached(line: string, steps: Map<string, Fact & { kind: 'step' }>, facts: Fact[]): void {
  const number = /^\s*#(\d+) /.exec(line)?.[1];
  const last = facts.at(-1);
  const step = number === undefined ? (last?.kind === 'step' ? last : undefined) : steps.get(number);
  if (step !== undefined) step.cached = true;
}

function readLine(line: string, drawers: Drawers): Reading {
  const text = line.trim();
  if (text.length > 2_000) return null;
  return (
    (drawers.pull ? readPull(text) : null) ??
    (drawers.build ? readBuild(text) : null) ??
    (drawers.compose ? readCompose(text) : null)
  );
}
