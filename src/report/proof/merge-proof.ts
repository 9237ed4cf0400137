import type { BlockProof, CommandProof, Proof, Recording } from '../../model/proof.ts';
import type { Cause } from '../../model/report.ts';
import { unbound, withoutVolatile } from './volatile.ts';
import { recordingLike, withRecording } from './with-recording.ts';

const defaults = { refreshAfterDays: 7 };
const dayMs = 86_400_000;

/**
 * Whether two recordings from engines of one series show a reader the same: verdicts, versions, commands and outputs. Durations, ids, digests inside
 * outputs, dates and the like are left aside, and so is the digest of a stand-in, which every machine builds itself.
 */
export function sameRecording(a: Recording, b: Recording): boolean {
  return JSON.stringify(materialOf(a)) === JSON.stringify(materialOf(b));
}

/**
 * The proof to write when `old` is there already and the post was replayed on one engine. The other engines' recordings
 * stay; of its own, blocks in which nothing material changed keep what was recorded, so diffs stay small, and all of it is
 * kept when nothing changed at all and it is younger than `refreshAfterDays`.
 */
export function mergeProof(old: Proof | null, fresh: Recording, options = defaults): Proof {
  return withRecording(old, mergeRecording(recordingLike(old, fresh), fresh, options));
}

function mergeRecording(old: Recording | null, fresh: Recording, options: typeof defaults): Recording {
  if (old === null) return fresh;
  const age = Date.parse(fresh.recordedAt) - Date.parse(old.recordedAt);
  if (sameRecording(old, fresh) && age < options.refreshAfterDays * dayMs) return old;
  const kept = blocksByMaterial(old);
  return { ...fresh, blocks: fresh.blocks.map((block) => kept.get(materialKey(block))?.shift() ?? block) };
}

/** The blocks of a recording by what is material in them; the same block twice on a page has two. */
function blocksByMaterial(recording: Recording): Map<string, BlockProof[]> {
  const blocks = new Map<string, BlockProof[]>();
  for (const block of recording.blocks) {
    const key = materialKey(block);
    blocks.set(key, [...(blocks.get(key) ?? []), block]);
  }
  return blocks;
}

function materialKey(block: BlockProof): string {
  return JSON.stringify(materialBlock(block));
}

function materialOf(recording: Recording): unknown {
  const { version, api, compose, buildx, os, registry, standIns } = recording.engine;
  const images = recording.images.map((image) => [image.name, image.standIn ? 'stand-in' : image.digest]);
  const engine = [version, api, compose, buildx, os, registry, standIns];
  return [engine, recording.verdict, images, recording.blocks.map(materialBlock)];
}

function materialBlock(block: BlockProof): unknown {
  return [
    block.hash,
    block.kind,
    block.verdict,
    materialCause(block.cause),
    block.commands.map(materialCommand),
  ];
}

function materialCommand(command: CommandProof): unknown {
  const { offset, source, ran, verdict, exitStatus, bindings, prepared, notes, expectations, cause } =
    command;
  const promises = expectations.map(({ kind, source: { line }, held, message }) => [
    kind,
    line,
    held,
    withoutVolatile(message),
  ]);
  const typed = ran === null ? null : withoutVolatile(unbound(ran, bindings));
  return [
    [offset, source, typed, verdict, exitStatus, Object.keys(bindings).sort()],
    [prepared, notes].map((lines) => lines.map(withoutVolatile)),
    [promises, materialCause(cause), withoutVolatile(unbound(command.output, bindings))],
  ];
}

function materialCause(cause: Cause | null): unknown {
  return (
    cause && [
      cause.whose,
      withoutVolatile(cause.message),
      cause.hint && withoutVolatile(cause.hint),
      cause.line,
    ]
  );
}
