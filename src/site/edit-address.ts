import { encodePart } from '../lib/encode-part.ts';
import type { FrontMatter, SiteConfig } from '../model/site.ts';

/** Where a post can be edited; null where nobody says. `file`: from the folder of `site.yaml`, with `/`. */
export function editAddress(
  { editUrl }: Pick<SiteConfig, 'editUrl'>,
  { edit }: Pick<FrontMatter, 'edit'>,
  file: string,
): string | null {
  if (edit.kind === 'none') return null;
  if (edit.kind === 'address') return edit.url;
  const path = file.split('/').map(encodePart).join('/');
  return editUrl?.replaceAll('{path}', () => path) ?? null;
}
