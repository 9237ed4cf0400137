import { isSection } from '../../content/content-names.ts';
import type { RenderedBody } from '../../markdown/render-body.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPost } from '../sources/read-post.ts';

/**
 * All that there is to say of a post's text, its plan and its links. A section has no front matter that it must have, and
 * no commands that are run.
 */
export function pageFindings({ post, plan, findings }: ReadPost, rendered: RenderedBody): Diagnostic[] {
  const section = isSection(post.file);
  const own = findings.filter(({ code }) => !section || code !== 'front-matter-missing');
  const planned = section ? [] : plan.findings;
  const codes = new Set(planned.map(({ code }) => code));
  // The plan may report what the page reports too.
  const shown = rendered.findings.filter(({ code }) => code !== 'diagram-markup' || !codes.has(code));
  return [...own, ...planned, ...shown];
}
