import type { BlockProof, CommandProof, Recording } from '../../model/proof.ts';
import type {
  BlockReport,
  Cause,
  CommandReport,
  EngineInfo,
  ExpectationReport,
  PostReport,
} from '../../model/report.ts';
import { cutOutput } from '../cut-output.ts';
import { mask } from '../mask.ts';

/**
 * What readers are shown of a post's report: outputs cut, secrets and each word of `hide` (host name, home folder)
 * masked. Line numbers of causes and expectations are counted from their block's first line, as `offset` is, so that
 * a block which only moved keeps its proof to the letter. `recordedAt` is ISO 8601, UTC.
 */
export function makeRecording(
  post: PostReport,
  engine: EngineInfo,
  recordedAt: string,
  hide: readonly string[] = [],
): Recording {
  const clean = (text: string): string => mask(text, hide);
  return {
    recordedAt,
    // What else the registry has is no concern of this post, and would change its proof when the registry grows.
    engine: {
      ...engine,
      standIns: post.images
        .filter(({ standIn }) => standIn)
        .map(({ name }) => name)
        .sort(),
    },
    verdict: post.verdict,
    durationMs: Math.round(post.durationMs),
    images: [...post.images].sort((a, b) => (a.name < b.name ? -1 : 1)),
    blocks: post.blocks.filter((block) => block.kind !== 'text').map((block) => blockProof(block, clean)),
  };
}

type Clean = (text: string) => string;

function blockProof(block: BlockReport, clean: Clean): BlockProof {
  return {
    hash: block.hash,
    kind: block.kind,
    verdict: block.verdict,
    cause: relativeCause(block.cause, block.line, clean),
    commands: block.commands.map((command) => commandProof(command, block.line, clean)),
  };
}

function commandProof(command: CommandReport, blockLine: number, clean: Clean): CommandProof {
  const bindings = Object.entries(command.bindings).map(([name, value]) => [name, clean(value)] as const);
  return {
    offset: command.line - blockLine,
    source: command.source,
    // What the page itself shows is no secret.
    ran: command.ran === null || command.ran === command.source ? command.ran : clean(command.ran),
    verdict: command.verdict,
    exitStatus: command.exitStatus,
    durationMs: Math.round(command.durationMs),
    output: cutOutput(clean(command.output)),
    bindings: Object.fromEntries(bindings),
    prepared: command.prepared.map(clean),
    notes: command.notes.map(clean),
    expectations: command.expectations.map((expectation) =>
      relativeExpectation(expectation, blockLine, clean),
    ),
    cause: relativeCause(command.cause, blockLine, clean),
  };
}

function relativeExpectation(
  expectation: ExpectationReport,
  blockLine: number,
  clean: Clean,
): ExpectationReport {
  const { kind, source, held, message } = expectation;
  return { kind, source: { line: source.line - blockLine }, held, message: cutOutput(clean(message)) };
}

function relativeCause(cause: Cause | null, blockLine: number, clean: Clean): Cause | null {
  if (cause === null) return null;
  const { whose, message, hint, line } = cause;
  return {
    whose,
    message: clean(line === null ? message : withoutLine(message, line)),
    hint: hint && clean(hint),
    line: line === null ? null : line - blockLine,
  };
}

// Readers see no line numbers, and they would be wrong as soon as something is added above.
function withoutLine(message: string, line: number): string {
  return message.replace(new RegExp(`\\bline ${line}\\b`, 'g'), 'another line');
}
