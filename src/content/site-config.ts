import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type Place, pointAt } from '../model/place.ts';
import type { SiteConfig } from '../model/site.ts';
import { shownPath } from './content-names.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { isOwnFile } from './own-file.ts';
import { siteConfigShape } from './site-config-shape.ts';
import { readYamlRecord, type Values } from './yaml-record.ts';

/** Reads a content root's `site.yaml`; without one, the defaults hold. */
export async function loadSiteConfig(
  root: string,
  { cwd }: { cwd: string },
): Promise<{ config: SiteConfig; findings: Diagnostic[] }> {
  const file = path.join(root, 'site.yaml');
  const bytes = isOwnFile(file, root) ? await readFile(file).catch(() => null) : null;
  if (!bytes)
    return { config: fill({}, root), findings: existsSync(file) ? [unread(shownPath(file, cwd))] : [] };
  const decoded = decodeUtf8(bytes, shownPath(file, cwd));
  if ('code' in decoded) return { config: fill({}, root), findings: [decoded] };
  const { config, findings, imagePlace } = readSiteConfig(decoded.text, {
    shown: shownPath(file, cwd),
    root,
  });
  if (config.image === null || isOwnFile(config.image.file, root)) return { config, findings };
  const message = `There is no image \`${config.image.path}\`.`;
  const hint = 'Put it into the folder of site.yaml, or correct its path.';
  const missing = diagnostic('site-config', imagePlace, message, hint);
  return { config: { ...config, image: null }, findings: [...findings, missing] };
}

/** The site's settings from the text of a `site.yaml`, as far as they are right. */
function readSiteConfig(
  source: string,
  { shown, root }: { shown: string; root: string },
): { config: SiteConfig; findings: Diagnostic[]; imagePlace: Place } {
  const record = readYamlRecord(source, siteConfigShape, {
    path: shown,
    lineOffset: 0,
    codes: { syntax: 'site-config', type: 'site-config', unknownKey: 'site-config' },
    ignored: [],
  });
  const findings = record.findings.map((finding) => withHint(finding, shown));
  return { config: fill(record.values, root), findings, imagePlace: record.placeOf('image') };
}

function unread(shown: string): Diagnostic {
  const message = 'This is not a file that can be read, or a link that leads out of its folder.';
  return diagnostic('site-config', pointAt(shown), message, 'Put a copy of the file there, or remove it.');
}

function withHint(finding: Diagnostic, shown: string): Diagnostic {
  if (finding.hint !== '') return finding;
  const place = finding.place ?? pointAt(shown);
  return diagnostic(finding.code, place, finding.message, 'See the README for the keys of site.yaml.');
}

function fill(values: Values<typeof siteConfigShape>, root: string): SiteConfig {
  const baseUrl = values.baseUrl ?? null;
  const image = values.image === undefined ? null : path.posix.normalize(values.image.replace(/^\//, ''));
  return {
    title: values.title ?? 'Tutorials',
    baseUrl: baseUrl && !baseUrl.endsWith('/') ? `${baseUrl}/` : baseUrl,
    author: values.author ?? null,
    description: values.description ?? '',
    language: values.language ?? 'en',
    navigation: values.navigation ?? [],
    editUrl: values.editUrl ?? null,
    license: values.license ? { name: values.license.name, url: values.license.url ?? null } : null,
    image: image ? { path: image, file: path.join(root, image) } : null,
    footer: values.footer ?? '',
    homePosts: values.homePosts ?? 10,
    feedPosts: values.feedPosts ?? 20,
  };
}
