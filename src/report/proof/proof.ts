import { stableJson } from '../../lib/stable-json.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { pointAt } from '../../model/place.ts';
import type { Proof } from '../../model/proof.ts';
import { proofSchema, type WrittenProof } from './proof-schema.ts';

/** The proof in a `proof.json`, of this version or the one before, or the finding that says why it can't be read. `path` is for the message. */
export function parseProof(text: string, path: string): { proof: Proof | null; findings: Diagnostic[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable(path, `it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const parsed = proofSchema.safeParse(json);
  if (parsed.success) return { proof: asProof(parsed.data), findings: [] };
  const issue = parsed.error.issues[0];
  return unreadable(path, `at ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not a proof'}`);
}

/** A proof as the text of `proof.json`: always the same keys in the same order, a line feed at the end. */
export function formatProof(proof: Proof): string {
  return stableJson(proof, keyOrder);
}

const keyOrder = [
  'version recordings recordedAt hash offset kind source ran verdict held whose message hint line exitStatus',
  'durationMs engine images name digest standIn bindings prepared output notes expectations cause commands blocks',
].flatMap((names) => names.split(' '));

// Version 1 knew one engine only.
function asProof(written: WrittenProof): Proof {
  if (written.version === 2) return written;
  const { version: _version, ...recording } = written;
  return { version: 2, recordings: [recording] };
}

function unreadable(path: string, why: string): { proof: null; findings: Diagnostic[] } {
  const message = `this proof can't be read: ${why}`;
  const hint =
    'Record it anew with `npm run verify -- --record`, or delete it; until then its post counts as not verified.';
  return { proof: null, findings: [diagnostic('proof-unreadable', pointAt(path), message, hint)] };
}
