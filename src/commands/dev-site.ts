import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from '../build/build-site.ts';
import { siteMemory } from '../build/site-memory.ts';
import { emptySite, keepGoodPages, type ServedSite } from '../dev/served-site.ts';
import type { Shown } from '../dev/server.ts';
import { shownErrors } from '../dev/shown-errors.ts';
import { countOf } from '../lib/count-of.ts';
import type { DevNews, ShownError } from '../lib/dev-news.ts';
import { formatDuration } from '../lib/duration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { formatFindings } from '../report/message.ts';
import type { CommandContext } from './context.ts';
import type { DevArguments } from './dev-arguments.ts';
import { explainError } from './explain-error.ts';

/** The site that `dev` shows: as it was last made, without what a broken post would spoil. */
export class DevSite {
  readonly #options: DevArguments;
  readonly #context: CommandContext;
  #served: ServedSite = emptySite;
  #errors: ShownError[] = [];
  #posts = 0;
  readonly #memory = siteMemory();
  readonly #versions = new Map<string, string>();

  constructor(options: DevArguments, context: CommandContext) {
    this.#options = options;
    this.#context = context;
  }

  get basePath(): string {
    return this.#served.basePath;
  }

  summary(): string {
    return countOf(this.#posts, 'post');
  }

  shown(): Pick<Shown, 'site' | 'versionOf' | 'newsFor'> {
    return {
      site: () => this.#served,
      versionOf: (page) => this.#versionOf(page),
      newsFor: (page) =>
        JSON.stringify({ version: this.#versionOf(page), errors: this.#errors } satisfies DevNews),
    };
  }

  /** Makes the site anew, tells the terminal what was found, and gives the time it took in ms. Never fails. */
  async rebuild(changed: ReadonlySet<string>): Promise<number> {
    const started = performance.now();
    let findings: readonly Diagnostic[] = [];
    try {
      const { cwd, home, cacheFolder, now } = this.#context;
      const request = { ...this.#options, cwd, home, cacheFolder, now: now() };
      const made = await buildSite(request, this.#memory);
      findings = made.findings;
      const files = new Map(made.files.map((file) => [file.path, file]));
      this.#served = keepGoodPages(
        { files, pages: made.pages, basePath: made.basePath },
        this.#served,
        brokenFiles(findings),
      );
      this.#posts = made.posts;
      this.#errors = shownErrors(findings, (file) => this.#read(file));
    } catch (error) {
      const { message } = explainError(error, { debug: false });
      this.#context.stderr(message);
      this.#errors = [{ where: '', code: '', message, hint: '', excerpt: [] }];
    }
    this.#versions.clear();
    const took = performance.now() - started;
    this.#context.stderr(formatFindings(findings, { color: this.#context.color }));
    if (changed.size > 0)
      this.#context.stdout(`${this.#name(changed)}: made anew in ${formatDuration(took)}\n`);
    return took;
  }

  #versionOf(page: string): string {
    const known = this.#versions.get(page);
    if (known !== undefined) return known;
    const file = this.#served.files.get(page) ?? this.#served.files.get('404.html');
    const text = file && 'text' in file ? file.text : '';
    const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
    this.#versions.set(page, version);
    return version;
  }

  #name(changed: ReadonlySet<string>): string {
    const [first = '', ...others] = [...changed].map((file) => path.relative(this.#context.cwd, file));
    return others.length === 0 ? first : `${first} and ${countOf(others.length, 'other')}`;
  }

  #read(file: string): string | null {
    try {
      return readFileSync(path.resolve(this.#context.cwd, file), 'utf8');
    } catch {
      return null;
    }
  }
}

function brokenFiles(findings: readonly Diagnostic[]): Set<string> {
  return new Set(findings.flatMap(({ severity, place }) => (severity === 'error' ? [place.path] : [])));
}
