/** What progress comes to in the end, whoever draws it: the classic builder, BuildKit, Compose 1 or 2, a pull. */
export type Fact =
  | { kind: 'image'; name: string; line: string }
  /** An instruction of a Dockerfile that was carried out or taken from the cache. */
  | { kind: 'step'; text: string; cached: boolean; line: string }
  /** `name`: empty where the builder says only that it has finished. */
  | { kind: 'built'; name: string; line: string }
  | { kind: 'object'; what: string; name: string; state: ObjectState; line: string };

export type ObjectState = 'created' | 'started' | 'stopped' | 'removed' | 'built' | 'pulled' | 'failed';

export interface Progress {
  facts: Fact[];
  /** Lines that are no progress. */
  rest: string[];
}

type Reading = Fact | 'noise' | 'cached' | null;

/** Reads the progress out of an output; each line either is a fact, says nothing in the end, or is the rest. */
export function readProgress(lines: readonly string[]): Progress {
  const facts: Fact[] = [];
  const rest: string[] = [];
  const steps = new Map<string, Fact & { kind: 'step' }>();
  for (const line of lines) {
    const reading = readLine(line);
    if (reading === null) rest.push(line);
    else if (reading === 'cached') markCached(line, steps, facts);
    else if (reading !== 'noise') {
      facts.push(reading);
      const number = /^\s*#(\d+) /.exec(line)?.[1];
      if (reading.kind === 'step' && number !== undefined) steps.set(number, reading);
    }
  }
  return { facts, rest };
}

// `#8 CACHED` speaks of step 8, ` ---> Using cache` of the one above.
function markCached(line: string, steps: Map<string, Fact & { kind: 'step' }>, facts: Fact[]): void {
  const number = /^\s*#(\d+) /.exec(line)?.[1];
  const last = facts.at(-1);
  const step = number === undefined ? (last?.kind === 'step' ? last : undefined) : steps.get(number);
  if (step !== undefined) step.cached = true;
}

function readLine(line: string): Reading {
  const text = line.trim();
  if (text.length > 2_000) return null;
  return readPull(text) ?? readClassicBuild(text) ?? readBuildKit(text) ?? readCompose(text);
}

const layer =
  /^(?:[0-9a-f]{12}|\S+): (?:Pull complete|Already exists|Pulling fs layer|Waiting|Download(?:ing|ed)\b.*|Download complete|Verifying Checksum|Extracting.*|Layer already exists|Pushed|Pushing.*|Preparing|Mounted from .*)$/;

function readPull(text: string): Reading {
  if (layer.test(text) || /^(?:Using default tag: latest|Digest: sha256:\S+)$/.test(text)) return 'noise';
  if (
    /^(?:⠿ |✔ )?[0-9a-f]{12} (?:Pull complete|Already exists|Download complete|Extracting|Downloading)/.test(
      text,
    )
  )
    return 'noise';
  const image =
    /^Unable to find image '([^']+)' locally$/.exec(text)?.[1] ??
    /^Status: (?:Downloaded newer image for|Image is up to date for) (\S+)$/.exec(text)?.[1];
  if (image !== undefined) return { kind: 'image', name: plainImage(image), line: text };
  const pulling = /^(\S+): Pulling from (\S+)$/.exec(text);
  if (pulling !== null) return { kind: 'image', name: plainImage(`${pulling[2]}:${pulling[1]}`), line: text };
  return null;
}

function readClassicBuild(text: string): Reading {
  const step = /^Step \d+(?:\/\d+)? ?: (.+)$/.exec(text)?.[1];
  if (step !== undefined) return leavesLayer(step) ? stepOf(step, false, text) : 'noise';
  if (/^-{3,}> Using cache$/.test(text)) return 'cached';
  if (/^(?:-{3,}> |Sending build context to |Removing intermediate container )/.test(text)) return 'noise';
  if (/^Successfully built [0-9a-f]{6,64}$/.test(text)) return { kind: 'built', name: '', line: text };
  const tagged = /^Successfully tagged (\S+)$/.exec(text)?.[1];
  return tagged === undefined ? null : { kind: 'built', name: plainImage(tagged), line: text };
}

// BuildKit says nothing of an instruction that only changes the image's settings.
function leavesLayer(instruction: string): boolean {
  return /^(?:FROM|RUN|COPY|ADD|WORKDIR)\b/i.test(instruction);
}

const seconds = String.raw`(?:\s+\d+(?:\.\d+)?s(?: \(\d+\/\d+\))?)?`;
const buildStep = new RegExp(
  String.raw`^(?:=>|#\d+)\s+(CACHED )?\[(?:[\w.-]+ )?(?:[\w.-]+ )?\d+\/\d+\] (.+?)${seconds}$`,
);

function readBuildKit(text: string): Reading {
  if (/^\[\+\] Building .*FINISHED/.test(text)) return { kind: 'built', name: '', line: text };
  const step = buildStep.exec(text);
  if (step !== null) return stepOf(step[2]!, step[1] !== undefined, text);
  if (/^#\d+ CACHED$/.test(text)) return 'cached';
  const named = /^(?:=> => |#\d+ )naming to (\S+)/.exec(text)?.[1];
  if (named !== undefined) return { kind: 'built', name: plainImage(named), line: text };
  // An error stays with the lines that must be there.
  if (/^(?:=> ERROR|#\d+ ERROR)/.test(text)) return null;
  if (/^(?:\[\+\] |=> |#\d+ )/.test(text) || /^#\d+$/.test(text)) return 'noise';
  return null;
}

function stepOf(instruction: string, cached: boolean, line: string): Fact & { kind: 'step' } {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(instruction) ?? [];
  const text = rest
    .replace(/\s+/g, ' ')
    .replace(/(?:\.{3}|…)$/, '')
    .trim();
  // Which image a stage begins with is compared; under which digest is not.
  if (word.toUpperCase() === 'FROM')
    return { kind: 'step', text: `FROM ${plainImage(text.split(/[\s@]/)[0] ?? '')}`, cached: false, line };
  return { kind: 'step', text: `${word.toUpperCase()} ${text}`, cached, line };
}

const states: Readonly<Record<string, ObjectState>> = {
  Creating: 'created',
  Created: 'created',
  Recreating: 'created',
  Recreate: 'created',
  Recreated: 'created',
  Starting: 'started',
  Started: 'started',
  Restarting: 'started',
  Restarted: 'started',
  Running: 'started',
  Waiting: 'started',
  Healthy: 'started',
  Stopping: 'stopped',
  Stopped: 'stopped',
  Killing: 'stopped',
  Killed: 'stopped',
  Exited: 'stopped',
  Removing: 'removed',
  Removed: 'removed',
  Building: 'built',
  Built: 'built',
  Pulling: 'pulled',
  Pulled: 'pulled',
  Error: 'failed',
};
const stateWords = Object.keys(states).join('|');
const composeTwo = new RegExp(
  String.raw`^(?:([✔✓√⠿✘⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏-]) )?(?:(Container|Network|Volume|Image|Service) )?"?([\w][\w./:-]*)"?\s+(${stateWords})\b[\s\d.]*s?$`,
);
const composeOne = new RegExp(
  String.raw`^(${stateWords}) (?:(network|volume|container) )?"?([\w][\w.-]*)"?(?: \([^)]*\))?(?: with (?:the default|\w+) driver)?(?:\s*\.{3}(?:\s*done)?)?$`,
);

function readCompose(text: string): Reading {
  if (/^Attaching to [\w.-]+(?:, [\w.-]+)*$/.test(text)) return 'noise';
  const two = composeTwo.exec(text);
  if (two !== null && (two[1] !== undefined || two[2] !== undefined))
    return objectOf(two[2] ?? 'service', two[3]!, two[4]!, text);
  const one = composeOne.exec(text);
  const saysSo = one !== null && (one[2] !== undefined || /\.{3}|driver$|^Building /.test(text));
  return saysSo ? objectOf(one[2] ?? 'container', one[3]!, one[1]!, text) : null;
}

function objectOf(what: string, name: string, state: string, line: string): Fact {
  return {
    kind: 'object',
    what: what.toLowerCase(),
    name: name.replaceAll('_', '-'),
    state: states[state]!,
    line,
  };
}

/** An image's name as short as it can be written: no registry and tag where they are the usual ones. */
export function plainImage(name: string): string {
  return name.replace(/^docker\.io\/(?:library\/)?|^library\//, '').replace(/:latest$|@sha256:.*$/, '');
}
