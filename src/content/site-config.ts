import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { pointAt } from '../model/place.ts';
import type { SiteConfig } from '../model/site.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { shownPath } from './load-sources.ts';
import { readYamlRecord, type Values } from './yaml-record.ts';

const text = z.string({ error: 'a text' });
const entry = { error: 'a list of entries, each with title and url' };

const shape = {
  title: text,
  baseUrl: z.url({ protocol: /^https?$/, error: 'an address such as https://example.org/docs/' }),
  author: text,
  description: text,
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language tag such as en or pt-BR' }),
  navigation: z.array(z.object({ title: text, url: text }, entry), entry),
};

/** Reads a content root's `site.yaml`; without one, the defaults hold. */
export async function loadSiteConfig(
  root: string,
  { cwd }: { cwd: string },
): Promise<{ config: SiteConfig; findings: Diagnostic[] }> {
  const file = path.join(root, 'site.yaml');
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return { config: fill({}), findings: [] };
  const decoded = decodeUtf8(bytes, shownPath(file, cwd));
  if ('code' in decoded) return { config: fill({}), findings: [decoded] };
  return readSiteConfig(decoded.text, shownPath(file, cwd));
}

/** The site's settings from the text of a `site.yaml`, as far as they are right. */
function readSiteConfig(source: string, shown: string): { config: SiteConfig; findings: Diagnostic[] } {
  const record = readYamlRecord(source, shape, {
    path: shown,
    lineOffset: 0,
    codes: { syntax: 'site-config', type: 'site-config', unknownKey: 'site-config' },
    ignored: [],
  });
  const findings = record.findings.map((finding) => withHint(finding, shown));
  return { config: fill(record.values), findings };
}

function withHint(finding: Diagnostic, shown: string): Diagnostic {
  if (finding.hint !== '') return finding;
  const place = finding.place ?? pointAt(shown);
  return diagnostic(finding.code, place, finding.message, 'See the README for the keys of site.yaml.');
}

function fill(values: Values<typeof shape>): SiteConfig {
  const baseUrl = values.baseUrl ?? null;
  return {
    title: values.title ?? 'Tutorials',
    baseUrl: baseUrl && !baseUrl.endsWith('/') ? `${baseUrl}/` : baseUrl,
    author: values.author ?? null,
    description: values.description ?? '',
    language: values.language ?? 'en',
    navigation: values.navigation ?? [],
  };
}
