import type { LinkKind } from '../../content/links/link-index.ts';
import type { RenderedBody } from '../../markdown/render-body.ts';
import { diagnostic } from '../../model/diagnostic.ts';
import type { LinkTarget } from '../../model/site.ts';
import type { CoverData } from '../../site/page-data.ts';
import type { ReadPost } from '../sources/read-post.ts';

/** The picture that a post's front matter names. It belongs to the page's files, and so do the findings about it. */
export function followCover(
  { post, coverPlace }: ReadPost,
  rendered: RenderedBody,
  follow: (url: string, kind: LinkKind) => LinkTarget,
): CoverData | null {
  const { cover } = post.frontMatter;
  if (!cover) return null;
  const target = follow(cover.image, 'image');
  if (target.kind === 'broken') {
    rendered.findings.push(diagnostic(target.code, coverPlace, target.message, target.hint));
  }
  if (target.kind !== 'file') return null;
  rendered.files.set(target.path, target.file);
  const { path, width, height } = target;
  return { path, alt: cover.alt, caption: cover.caption, width, height };
}
