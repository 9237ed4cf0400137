import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import { type Place, pointAt } from '../model/place.ts';
import type { PostSource } from '../model/post.ts';
import type { FrontMatter } from '../model/site.ts';
import { frontMatterShape, ignoredKeys } from './front-matter-shape.ts';
import { readYamlRecord, type Values } from './yaml-record.ts';

/** The front matter of a post, as far as it is right; the title is empty where there is none. */
export function readFrontMatter(post: Pick<PostSource, 'path' | 'source'>): {
  frontMatter: FrontMatter;
  findings: Diagnostic[];
  coverPlace: Place;
} {
  const cut = cutFrontMatter(post);
  if ('code' in cut) return { frontMatter: fill({}), findings: [cut], coverPlace: pointAt(post.path) };
  const record = readYamlRecord(cut.yaml, frontMatterShape, {
    path: post.path,
    lineOffset: 1,
    codes: {
      syntax: 'front-matter-syntax',
      type: 'front-matter-type',
      unknownKey: 'front-matter-unknown-key',
    },
    ignored: ignoredKeys,
  });
  const isBroken = record.findings.some((finding) => finding.code !== 'front-matter-unknown-key');
  const findings = [...record.findings];
  if (record.values.title === undefined && !isBroken) findings.push(titleMissing(post.path));
  return { frontMatter: fill(record.values), findings, coverPlace: record.placeOf('cover') };
}

function cutFrontMatter({
  path,
  source,
}: Pick<PostSource, 'path' | 'source'>): { yaml: string } | Diagnostic {
  const opening = /^---[ \t]*\r?\n/.exec(source);
  if (!opening) return notYaml(path, source);
  const rest = source.slice(opening[0].length);
  const closing = /^---[ \t]*$/m.exec(rest);
  if (closing) return { yaml: rest.slice(0, closing.index) };
  const message = 'The front matter that begins here is never closed.';
  return diagnostic('front-matter-syntax', pointAt(path), message, 'End it with a line `---`.');
}

function notYaml(path: string, source: string): Diagnostic {
  const isToml = /^\+\+\+[ \t]*\r?\n/.test(source);
  if (isToml) {
    const message = 'The front matter is TOML (`+++`), but YAML is needed.';
    return diagnostic(
      'front-matter-syntax',
      pointAt(path),
      message,
      'Write it as YAML between two lines `---`.',
    );
  }
  const hint = 'Begin the file with a line `---`, then `title: …` and `date: …`, then a line `---`.';
  return diagnostic('front-matter-missing', pointAt(path), 'The post has no front matter.', hint);
}

function titleMissing(path: string): Diagnostic {
  const hint = 'Add a line such as `title: "My first container"`.';
  return diagnostic('front-matter-type', pointAt(path), 'The front matter has no `title`.', hint);
}

function fill(values: Values<typeof frontMatterShape>): FrontMatter {
  return {
    title: values.title ?? '',
    date: values.date ?? null,
    lastmod: values.lastmod ?? null,
    publishDate: values.publishDate ?? null,
    expiryDate: values.expiryDate ?? null,
    draft: values.draft ?? false,
    authors: values.author ?? [],
    description: values.description ?? '',
    summary: values.summary ?? '',
    tags: values.tags ?? [],
    categories: values.categories ?? [],
    series: values.series ?? [],
    weight: values.weight ?? null,
    showToc: values.ShowToc ?? true,
    showBreadcrumbs: values.ShowBreadCrumbs ?? true,
    showReadingTime: values.ShowReadingTime ?? true,
    showPostNavLinks: values.ShowPostNavLinks ?? true,
    hideMeta: values.hideMeta ?? false,
    hideSummary: values.hideSummary ?? false,
    searchHidden: values.searchHidden ?? false,
    noIndex: values.robotsNoIndex ?? false,
    canonicalUrl: values.canonicalURL ?? null,
    edit: editOf(values.editPost),
    math: values.math ?? false,
    cover: fillCover(values.cover),
    slug: values.slug ?? null,
    aliases: values.aliases ?? [],
    level: values.level ?? '',
    prerequisites: values.prerequisites ?? [],
    planned: (values.planned ?? []).map((part) => ({ ...part, summary: part.summary ?? '' })),
  };
}

function editOf(editPost: Values<typeof frontMatterShape>['editPost']): FrontMatter['edit'] {
  if (editPost?.disabled) return { kind: 'none' };
  return editPost?.URL ? { kind: 'address', url: editPost.URL } : { kind: 'site' };
}

function fillCover(cover: Values<typeof frontMatterShape>['cover']): FrontMatter['cover'] {
  if (!cover?.image) return null;
  const { image, alt = '', caption = '', hidden = false } = cover;
  return { image, alt, caption, hidden };
}
