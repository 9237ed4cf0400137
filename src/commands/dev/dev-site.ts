import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BuiltSite, buildSite } from '../../build/build-site.ts';
import { keepSiteMemory, loadSiteMemory } from '../../build/kept/kept-site.ts';
import { type SiteMemory, siteMemory } from '../../build/kept/site-memory.ts';
import { proofFileOf } from '../../build/load-proof.ts';
import type { Changes } from '../../dev/change-queue.ts';
import { emptySite, keepGoodPages, type ServedSite } from '../../dev/served-site.ts';
import type { Shown } from '../../dev/server.ts';
import { shownErrors } from '../../dev/shown-errors.ts';
import type { DevNews, ShownError } from '../../lib/dev-news.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Recording } from '../../model/proof.ts';
import type { CommandContext } from '../context.ts';
import { explainError } from '../explain-error.ts';
import type { DevArguments } from './dev-arguments.ts';

/** What came of making the site anew. */
export interface Rebuilt {
  tookMs: number;
  /** Null when it could not be made at all; `findings` are those of the last time then. */
  outcome: BuiltSite['outcome'] | null;
  findings: readonly Diagnostic[];
  /** For the terminal; empty unless `outcome` is null. */
  trouble: string;
}

/** The site that `dev` shows: as it was last made, without what a broken post would spoil. */
export class DevSite {
  readonly #options: DevArguments;
  readonly #context: CommandContext;
  /** Null before the first build. */
  #memory: SiteMemory | null = null;
  readonly #fresh = new Map<string, Recording>();
  #served: ServedSite = emptySite;
  #pages: BuiltSite['pages'] = new Map();
  #findings: readonly Diagnostic[] = [];
  #broken: ReadonlySet<string> = new Set();
  #errors: ShownError[] = [];
  /** How often all pages were to be loaded anew whatever their texts are, as when a file that some show has changed. */
  #edition = 0;

  constructor(options: DevArguments, context: CommandContext) {
    this.#options = options;
    this.#context = context;
  }

  /** Where it lies on its host. */
  get basePath(): string {
    return this.#served.basePath;
  }

  /** Paths of the posts, relative to the working folder. */
  get posts(): string[] {
    return [...this.#pages.keys()];
  }

  /** Those of them, and other files, that have errors. */
  get broken(): ReadonlySet<string> {
    return this.#broken;
  }

  /** What a server shows of it. */
  shown(): Pick<Shown, 'site' | 'versionOf' | 'newsFor'> {
    const newsFor = (page: string): DevNews => ({ version: this.#versionOf(page), errors: this.#errors });
    return {
      site: () => this.#served,
      versionOf: (page) => this.#versionOf(page),
      newsFor: (page) => JSON.stringify(newsFor(page)),
    };
  }

  /** Makes everything anew the next time: what was kept on the disk is not there any more. */
  forget(): void {
    this.#memory = siteMemory();
    // Browsers that wait for a page ask again, though its text will be the same.
    this.#edition++;
  }

  /** Shows these, by post path, in the place of what their engine's series has recorded, from the next time on that it is made. */
  prove(recordings: ReadonlyMap<string, Recording>): void {
    for (const [post, recording] of recordings) this.#fresh.set(post, recording);
  }

  /** Makes the site anew after these changes. Never fails: what is wrong with it is told and shown. */
  async rebuild(changes: Changes): Promise<Rebuilt> {
    const started = performance.now();
    this.#forgetProofs(changes);
    const rebuilt = await this.#build().catch((error: unknown) => this.#failed(error));
    return { ...rebuilt, tookMs: performance.now() - started };
  }

  async #build(): Promise<Omit<Rebuilt, 'tookMs'>> {
    const { cwd, home, cacheFolder, workerFile, now } = this.#context;
    const request = {
      ...this.#options,
      cwd,
      home,
      cacheFolder,
      workerFile,
      now: now(),
      fresh: this.#fresh,
    };
    const isFirst = this.#memory === null;
    const memory = this.#memory ?? loadSiteMemory(request);
    this.#memory = memory;
    const made = await buildSite(request, memory);
    if (isFirst) keepSiteMemory(request, memory);
    const files = new Map(made.files.map((file) => [file.path, file]));
    const isCopy = (address: string): boolean => 'copyOf' in (files.get(address) ?? {});
    if (made.changed.some(isCopy)) this.#edition++;
    const { pages, basePath, findings, outcome } = made;
    this.#broken = brokenFiles(findings);
    this.#served = keepGoodPages({ files, pages, basePath }, this.#served, this.#broken);
    this.#pages = pages;
    this.#findings = findings;
    this.#errors = shownErrors(findings, (file) => this.#read(file));
    return { outcome, findings, trouble: '' };
  }

  #failed(error: unknown): Omit<Rebuilt, 'tookMs'> {
    const trouble = explainError(error, { debug: Boolean(this.#context.env.SEAWORTHY_DEBUG) }).message;
    this.#errors = [{ where: '', code: '', message: trouble, hint: '', excerpt: [] }];
    return { outcome: null, findings: this.#findings, trouble };
  }

  // What somebody records is newer than what this process has seen.
  #forgetProofs(changes: Changes): void {
    for (const post of this.#fresh.keys()) {
      if (changes.has(proofFileOf(path.resolve(this.#context.cwd, post)))) this.#fresh.delete(post);
    }
  }

  #versionOf(page: string): string {
    const file = this.#served.files.get(page) ?? this.#served.files.get('404.html');
    return `${file?.digest.slice(0, 12) ?? 'none'}-${this.#edition}`;
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
