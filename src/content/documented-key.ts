import type * as z from 'zod';

/** What the README and the JSON Schemas say of a key. */
export interface KeyDocs {
  /** What it is and does: the end of a sentence that begins with the key. */
  description: string;
  /** What holds without it; absent where that is nothing. */
  default?: unknown;
}

/** A key's schema with its documentation, so that both stand in one place. */
export function documented<Schema extends z.ZodType>(schema: Schema, docs: KeyDocs): Schema {
  return schema.meta({ ...docs });
}
