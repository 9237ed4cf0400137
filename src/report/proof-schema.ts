import * as z from 'zod';
import type { Proof } from '../model/proof.ts';

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

/** The form of `proof.json`; keys that it does not know are dropped. */
export const proofSchema = z.object({
  version: z.literal(1),
  recordedAt: z.iso.datetime(),
  engine,
  verdict,
  durationMs: z.number(),
  images: z.array(z.object({ name: z.string(), digest: z.string(), standIn: z.boolean() })),
  blocks: z.array(z.object({ hash: z.string(), kind, verdict, cause, commands: z.array(command) })),
}) satisfies z.ZodType<Proof>;
