import { type Fact, plainImage, type Reading } from './fact.ts';

/** Reads a line of a build, the classic builder's or BuildKit's; what a step prints is no progress. */
export function readBuild(text: string): Reading {
  return readClassicBuild(text) ?? readBuildKit(text);
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
  // An error, or a mark that is no word of BuildKit's, stays with the lines that must be there.
  if (/^(?:=> ERROR|#\d+ ERROR)/.test(text) || /^(?:=>|#\d+) (?!CANCELED )[A-Z]+ \[/.test(text)) return null;
  // `#7 0.412 text` is what a step prints.
  if (/^#\d+ \d+\.\d+ /.test(text)) return null;
  return /^(?:\[\+\] Building \d|=> |#\d+(?: |$))/.test(text) ? 'noise' : null;
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
