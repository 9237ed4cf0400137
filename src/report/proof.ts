import { stableJson } from '../lib/stable-json.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { BlockProof, CommandProof, Proof } from '../model/proof.ts';
import type {
  BlockReport,
  Cause,
  CommandReport,
  EngineInfo,
  ExpectationReport,
  PostReport,
} from '../model/report.ts';
import { cutOutput } from './cut-output.ts';
import { mask } from './mask.ts';
import { proofSchema } from './proof-schema.ts';

/**
 * What readers are shown of a post's report: outputs cut, secrets and each word of `hide` (host name, home folder)
 * masked. Line numbers of causes and expectations are counted from their block's first line, as `offset` is, so that
 * a block which only moved keeps its proof to the letter. `recordedAt` is ISO 8601, UTC.
 */
export function makeProof(
  post: PostReport,
  engine: EngineInfo,
  recordedAt: string,
  hide: readonly string[] = [],
): Proof {
  const clean = (text: string): string => mask(text, hide);
  return {
    version: 1,
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

/** The proof in a `proof.json`, or the finding that says why it can't be read. `path` is for the message. */
export function parseProof(text: string, path: string): { proof: Proof | null; findings: Diagnostic[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable(path, `it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const parsed = proofSchema.safeParse(json);
  if (parsed.success) return { proof: parsed.data, findings: [] };
  const issue = parsed.error.issues[0];
  return unreadable(path, `at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not a proof'}`);
}

/** A proof as the text of `proof.json`: always the same keys in the same order, a line feed at the end. */
export function formatProof(proof: Proof): string {
  return stableJson(proof, keyOrder);
}

const keyOrder = [
  'version recordedAt hash offset kind source ran verdict held whose message hint line exitStatus durationMs',
  'engine images name digest standIn bindings prepared output notes expectations cause commands blocks',
].flatMap((names) => names.split(' '));

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
  const line = cause.line === null ? null : cause.line - blockLine;
  return { whose: cause.whose, message: clean(cause.message), hint: cause.hint && clean(cause.hint), line };
}

function unreadable(path: string, why: string): { proof: null; findings: Diagnostic[] } {
  const message = `this proof can't be read: ${why}`;
  const hint =
    'Record it anew with `npm run verify -- --record`, or delete it; until then its post counts as not verified.';
  return { proof: null, findings: [diagnostic('proof-unreadable', pointAt(path), message, hint)] };
}
