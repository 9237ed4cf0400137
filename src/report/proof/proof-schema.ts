import * as z from 'zod';
import type { Proof, Recording } from '../../model/proof.ts';

const verdict = z.enum(['passed', 'failed', 'blocked', 'skipped', 'not-run']).nullable();
const kind = z.enum(['commands', 'transcript', 'inside', 'usage', 'catalogue', 'file', 'output', 'text']);
const whose = z.enum([
  'page',
  'image',
  'registry',
  'network',
  'engine',
  'time',
  'machine',
  'author',
  'earlier',
]);
const checked = z.enum([
  'output',
  'words',
  'absent',
  'http',
  'usage',
  'stays-up',
  'cleans-up',
  'file',
  'run',
  'unchecked',
]);

const cause = z
  .object({ whose, message: z.string(), hint: z.string().nullable(), line: z.number().int().nullable() })
  .nullable();

const expectation = z.object({
  kind: checked,
  source: z.object({ line: z.number().int() }),
  held: z.boolean().nullable(),
  message: z.string(),
});

const command = z.object({
  offset: z.number().int(),
  source: z.string(),
  ran: z.string().nullable(),
  verdict,
  exitStatus: z.number().int().nullable(),
  durationMs: z.number(),
  output: z.string(),
  bindings: z.record(z.string(), z.string()),
  prepared: z.array(z.string()),
  notes: z.array(z.string()),
  expectations: z.array(expectation),
  cause,
});

const engine = z.object({
  version: z.string(),
  api: z.string(),
  compose: z.string(),
  buildx: z.string(),
  os: z.string(),
  registry: z.string(),
  standIns: z.array(z.string()),
});

const recording = z.object({
  recordedAt: z.iso.datetime(),
  engine,
  verdict,
  durationMs: z.number(),
  images: z.array(z.object({ name: z.string(), digest: z.string(), standIn: z.boolean() })),
  blocks: z.array(z.object({ hash: z.string(), kind, verdict, cause, commands: z.array(command) })),
}) satisfies z.ZodType<Recording>;

const proof = z.object({
  version: z.literal(2),
  recordings: z.array(recording).min(1),
}) satisfies z.ZodType<Proof>;

/** The forms that `proof.json` has and has had; keys that they do not know are dropped. */
export const proofSchema = z.discriminatedUnion('version', [
  proof,
  recording.extend({ version: z.literal(1) }),
]);

/** What a readable `proof.json` holds. */
export type WrittenProof = z.infer<typeof proofSchema>;
