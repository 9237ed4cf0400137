import { isSection, shownPath } from '../../content/content-names.ts';
import type { FoundSource } from '../../content/find-sources.ts';
import { slugLineIn } from '../../content/page-address.ts';
import { type ContentFile, readSource } from '../../content/read-source.ts';
import { sha256 } from '../../lib/sha256.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FileDigests } from '../kept/file-digests.ts';
import type { PostCache } from '../kept/post-cache.ts';
import type { PostRecord } from '../pages/page-record.ts';
import type { ReadPost } from './read-post.ts';

/** A file (absolute) was written while it was built: what was read does not fit together. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';

  constructor(file: string) {
    super(`${file} is not what it was when the build looked at it`);
  }
}

/** From where a post's paths count, and where what is known of it is kept. */
export interface SourceOptions {
  cwd: string;
  digests: FileDigests;
  cache: PostCache;
}

/** A Markdown file whose head is known; its text is read when it is needed. */
export class OpenedSource {
  readonly record: PostRecord;
  readonly #found: FoundSource;
  readonly #options: SourceOptions;
  #text: ContentFile | null;

  constructor(
    record: PostRecord,
    { found, text, options }: { found: FoundSource; text: ContentFile | null; options: SourceOptions },
  ) {
    this.record = record;
    this.#found = found;
    this.#text = text;
    this.#options = options;
  }

  get isSection(): boolean {
    return isSection(this.#found.file);
  }

  /** Reads the whole text. Throws ChangedMeanwhile when it is no longer the one whose head is known. */
  async read(): Promise<ReadPost> {
    const text = this.#text ?? this.#readText();
    // It is needed once only, as a rule, and a thousand of them are long.
    this.#text = null;
    const { readPost } = await loadReader();
    const read = await readPost(text, this.#options.cache);
    this.record.ids = [...read.body.ids];
    return read;
  }

  #readText(): ContentFile {
    const { digests, cwd } = this.#options;
    const text = readSource(this.#found, cwd, (file) => {
      const bytes = digests.read(file);
      if (sha256(bytes) !== this.record.digest) throw new ChangedMeanwhile(file);
      return bytes;
    });
    if ('code' in text) throw new ChangedMeanwhile(this.#found.file);
    return text;
  }
}

// The parsers are needed only where a text has changed.
function loadReader() {
  return import('./read-post.ts');
}

/** Finds out the head of a Markdown file, from the record of an earlier build where its bytes are the same. */
export async function openSource(
  found: FoundSource,
  before: PostRecord | undefined,
  options: SourceOptions,
): Promise<OpenedSource | Diagnostic> {
  const { digests, cwd } = options;
  const { file, root } = found;
  const isSame = before?.root === root && before.post.path === shownPath(file, cwd);
  if (isSame && digests.digestOf(file) === before.digest) {
    return new OpenedSource({ ...before }, { found, text: null, options });
  }
  const text = readSource(found, cwd, (name) => digests.read(name));
  if ('code' in text) return text;
  const { headOf } = await loadReader();
  const record: PostRecord = {
    digest: digests.digestOf(file) ?? '',
    root,
    post: await headOf(text, options.cache),
    slugLine: slugLineIn(text.source),
    ids: null,
    page: null,
  };
  return new OpenedSource(record, { found, text, options });
}
