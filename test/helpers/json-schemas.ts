import * as z from 'zod';
import { frontMatterShape, ignoredKeys } from '../../src/content/front-matter-shape.ts';
import { siteConfigShape } from '../../src/content/site-config-shape.ts';
import type { Shape } from '../../src/content/yaml-record.ts';

/** The JSON Schemas (draft 2020-12) for editors, by their file below `schemas/`; made from the schemas that builds use. */
export function jsonSchemas(): Record<string, object> {
  return {
    'site.schema.json': schemaOf(siteConfigShape, 'Settings of a Seaworthy site (posts/site.yaml)', []),
    'front-matter.schema.json': schemaOf(frontMatterShape, 'Front matter of a Seaworthy post', ignoredKeys),
  };
}

function schemaOf(shape: Shape, title: string, ignored: readonly string[]): object {
  const optional = Object.entries(shape).map(([key, schema]) => [
    key,
    schema.optional().meta(schema.meta() ?? {}),
  ]);
  const other = ignored.map((key) => [
    key,
    z.any().optional().meta({ description: 'accepted without effect' }),
  ]);
  const object = z.object(Object.fromEntries([...optional, ...other])).meta({ title });
  return z.toJSONSchema(object, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'object') jsonSchema.additionalProperties = false;
    },
  });
}
