import { makePlan } from '../../blocks/make-plan.ts';
import { isSection } from '../../content/content-names.ts';
import { readFrontMatter } from '../../content/front-matter.ts';
import { pageAddress, sectionAddress } from '../../content/page-address.ts';
import type { ContentFile } from '../../content/read-source.ts';
import { type Body, makeBody } from '../../markdown/body.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { isShallow } from '../../markdown/walk.ts';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import { type Place, pointAt } from '../../model/place.ts';
import type { Plan } from '../../model/plan.ts';
import type { FrontMatter, Post, PostHead } from '../../model/site.ts';
import { noCache, type PostCache } from '../kept/post-cache.ts';

/** A post as it is understood from its text alone, before its links are followed. */
export interface ReadPost {
  post: Post;
  root: string;
  plan: Plan;
  body: Body;
  coverPlace: Place;
  findings: Diagnostic[];
}

/**
 * Reads a post: from the cache where its text is known there. Parsers and writers call themselves for each level of
 * nesting; a text that no person wrote can be too deep for them, and then only its front matter is read.
 */
export async function readPost(file: ContentFile, cache: PostCache): Promise<ReadPost> {
  try {
    const read = await readText(file, cache);
    if (isShallow(read.body.tree)) return read;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const head = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m.exec(file.source)?.[0] ?? '';
  const message = 'The text is nested too deeply to be read.';
  const hint = 'Look for a run of `>`, list signs or HTML elements that are never closed.';
  const read = await readText({ ...file, source: head }, noCache);
  return { ...read, findings: [diagnostic('file-unreadable', pointAt(file.path), message, hint)] };
}

/** What is known of a post from its front matter; the whole text is read only where that gives no title. */
export async function headOf(file: ContentFile, cache: PostCache): Promise<PostHead> {
  const { frontMatter } = frontMatterOf(file);
  const { source: _source, ...head } = frontMatter.title
    ? postOf(file, frontMatter, null)
    : (await readPost(file, cache)).post;
  return head;
}

/** What is known of a post from its path and text alone. */
type KnownText = Pick<ReadPost, 'plan' | 'body' | 'coverPlace' | 'findings'> & Pick<Post, 'frontMatter'>;

async function readText(file: ContentFile, cache: PostCache): Promise<ReadPost> {
  const key = `${file.path}\0${file.source}`;
  const kept = (await cache.get(key)) as KnownText | null;
  const known = kept ?? (await understand(file));
  if (kept === null) await cache.put(key, known);
  const { frontMatter, findings, coverPlace, plan, body } = known;
  const post = postOf(file, frontMatter, body.leadingTitle);
  return { post, root: file.root, plan, body, coverPlace, findings };
}

function postOf(file: ContentFile, frontMatter: FrontMatter, leadingTitle: string | null): Post {
  const url = isSection(file.file) ? sectionAddress(file) : pageAddress(file, frontMatter.slug);
  const title = frontMatter.title || leadingTitle || nameOf(url);
  return {
    path: file.path,
    file: file.file,
    source: file.source,
    url,
    frontMatter: { ...frontMatter, title },
  };
}

async function understand(file: ContentFile): Promise<KnownText> {
  const { frontMatter, findings, coverPlace } = frontMatterOf(file);
  const tree = parseMarkdown(file.source, { math: frontMatter.math });
  const plan = makePlan({ path: file.path, source: file.source, tree });
  const body = await makeBody(tree, {
    path: file.path,
    title: frontMatter.title || null,
    source: file.source,
  });
  return { frontMatter, findings, coverPlace, plan, body };
}

const known = new WeakMap<ContentFile, ReturnType<typeof readFrontMatter>>();

// A build asks for the head of each post, and then for all of it.
function frontMatterOf(file: ContentFile): ReturnType<typeof readFrontMatter> {
  const read = known.get(file) ?? readFrontMatter(file);
  known.set(file, read);
  return read;
}

function nameOf(url: string): string {
  return url.split('/').at(-2)?.replace(/[-_]+/g, ' ') ?? '';
}
