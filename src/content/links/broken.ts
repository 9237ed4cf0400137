import path from 'node:path';
import { nearest } from '../../lib/nearest.ts';
import type { LinkTarget, PostHead } from '../../model/site.ts';
import type { Candidates } from './addresses.ts';
import type { LinkIndex, LinkKind } from './link-index.ts';

/** Says that a link leads to nothing, and what may be meant. */
export function brokenLink(
  url: string,
  kind: LinkKind,
  { post, candidates }: { post: PostHead; candidates: Candidates },
  index: LinkIndex,
): LinkTarget {
  if (kind === 'image') {
    const hint = `Put the file beside ${path.posix.basename(post.path)}, or correct its path.`;
    return broken(kind, `There is no image \`${url}\`.`, hint);
  }
  const outside = candidates.files.find((file) => index.isFile(file, path.dirname(file)));
  if (outside) {
    return broken(
      kind,
      `\`${url}\` exists, but is not part of this site.`,
      'Build the folder that holds both.',
    );
  }
  const near = nearPage(candidates, index);
  const planned = 'correct the link, or list the part as `planned` in the _index.md of its series.';
  const hint = near ? `Did you mean the page \`${near}\`? Else ${planned}` : capitalised(planned);
  return broken(kind, `There is no page or file \`${url}\`.`, hint);
}

// Names as short as `p2` are all alike, so a slip can't be told from a part that is missing.
function nearPage({ pages }: Candidates, index: LinkIndex): string | null {
  const wanted = pages.at(-1)?.split('/').at(-1) ?? '';
  if (wanted.length < 4) return null;
  const known = new Map(
    [...index.posts, ...index.series].map(({ url }) => [url.split('/').at(-2) ?? '', url.slice(0, -1)]),
  );
  return known.get(nearest(wanted, [...known.keys()]) ?? '') ?? null;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A link that does not work, as a finding will tell it. */
export function broken(kind: LinkKind, message: string, hint: string): LinkTarget {
  return { kind: 'broken', code: kind === 'image' ? 'image-missing' : 'link-broken', message, hint };
}
