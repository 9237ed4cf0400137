import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { formatProof } from '../../src/report/proof/proof.ts';
import { home } from './memory-context.ts';
import { proofOf } from './whole-site.ts';

const names = ['p1', 'p2', 'p3', 'p4'];
const file = (name: string): string => `posts/docker/${name}/index.md`;

export type Edit =
  | {
      kind: 'write';
      name: string;
      text: number;
      title: string;
      link: string;
      draft: boolean;
      weight: number;
      more: string;
    }
  | { kind: 'delete' | 'prove' | 'unprove' | 'picture' | 'no picture'; name: string }
  | { kind: 'rename'; name: string; to: string }
  | { kind: 'config'; title: string; hasUrl: boolean }
  | { kind: 'section'; planned: boolean }
  | { kind: 'new image'; name: string; width: number }
  | { kind: 'drafts' | 'later' | 'spoil' };

const name = fc.constantFrom(...names);
const link = fc.constantFrom(
  '../p2/',
  '../p3',
  '../p1/#one',
  '../p4/#two',
  '#two',
  '/docker/',
  'a.svg',
  '../p2/a.svg',
);
// What lists, feeds, redirects and the search show of a post.
const moreFrontMatter = [
  '',
  'tags: [two, One]',
  'categories: [two]',
  'summary: In short.',
  'series: [Voyage]',
  'date: 2026-01-02',
  'date: 2026-02-03\nlastmod: 2026-03-04',
  'aliases: [/old/, /p1/]',
  'searchHidden: true',
  'hideMeta: true',
  'canonicalURL: https://example.com/there/',
];
/** Anything that an author, the calendar or a broken disk may do between two builds. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      name,
      text: fc.nat(3),
      title: fc.constantFrom('Alpha', 'Beta', ''),
      link,
      draft: fc.boolean(),
      weight: fc.nat(3),
      more: fc.constantFrom(...moreFrontMatter),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'delete' as const,
        'prove' as const,
        'unprove' as const,
        'picture' as const,
        'no picture' as const,
      ),
      name,
    }),
  },
  fc.record({ kind: fc.constant('rename' as const), name, to: name }),
  fc.record({
    kind: fc.constant('config' as const),
    title: fc.constantFrom('Site', 'Other'),
    hasUrl: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('section' as const), planned: fc.boolean() }),
  fc.record({ kind: fc.constant('new image' as const), name, width: fc.constantFrom(5, 6) }),
  fc.record({ kind: fc.constantFrom('drafts' as const, 'later' as const, 'spoil' as const) }),
);

/** A site in a temporary folder that is edited. */
export class Author {
  readonly cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-edits-'));
  readonly cacheFolder = path.join(this.cwd, 'cache');
  drafts = false;
  now = new Date('2026-11-24T12:00:00Z');

  constructor() {
    cpSync(path.join(home, 'test/fixtures/site-whole'), path.join(this.cwd, 'posts'), { recursive: true });
  }

  request(cacheFolder: string | null = this.cacheFolder) {
    const { cwd, drafts, now } = this;
    return { paths: ['posts'], cwd, home, cacheFolder, drafts, now };
  }

  #put(target: string, text: string): void {
    mkdirSync(path.join(this.cwd, path.dirname(target)), { recursive: true });
    writeFileSync(path.join(this.cwd, target), text);
  }

  #remove(target: string): void {
    rmSync(path.join(this.cwd, target), { recursive: true, force: true });
  }

  do(step: Edit): void {
    const folder = 'name' in step ? path.dirname(file(step.name)) : 'posts';
    switch (step.kind) {
      case 'write':
        this.#put(file(step.name), textOf(step));
        break;
      case 'delete':
        this.#remove(folder);
        break;
      case 'prove':
        this.#put(`${folder}/proof.json`, this.#proof(step.name));
        break;
      case 'unprove':
        this.#remove(`${folder}/proof.json`);
        break;
      case 'picture':
        this.#put(`${folder}/a.svg`, svg);
        break;
      case 'no picture':
        this.#remove(`${folder}/a.svg`);
        break;
      case 'rename':
        this.#rename(folder, path.dirname(file(step.to)));
        break;
      case 'config':
        this.#put(
          'posts/site.yaml',
          `title: ${step.title}\n${step.hasUrl ? 'baseUrl: https://example.org/docs/\n' : ''}`,
        );
        break;
      case 'section':
        this.#put('posts/docker/_index.md', sectionOf(step.planned));
        break;
      case 'drafts':
        this.drafts = !this.drafts;
        break;
      case 'later':
        this.now = new Date(this.now.getTime() + 60 * 86_400_000);
        break;
      case 'spoil':
        spoil(this.cacheFolder);
        break;
      case 'new image':
        this.#put(`${folder}/a.svg`, svg.replace('4', String(step.width)));
        break;
    }
  }

  #rename(from: string, to: string): void {
    try {
      renameSync(path.join(this.cwd, from), path.join(this.cwd, to));
    } catch {
      // One is not there, or the other is.
    }
  }

  #proof(post: string): string {
    try {
      return formatProof(proofOf(readFileSync(path.join(this.cwd, file(post)), 'utf8')));
    } catch {
      return 'not JSON';
    }
  }
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

function textOf({ text, title, link: to, draft, weight, more }: Edit & { kind: 'write' }): string {
  const head = [
    title && `title: ${title}`,
    `draft: ${draft}`,
    `weight: ${weight}`,
    more || 'tags: [one]',
  ].filter(Boolean);
  const sections = ['one', 'two', 'three']
    .slice(0, text)
    .map((each) => `## ${each}\n\n\`\`\`bash\necho ${each}\n\`\`\`\n`);
  return `---\n${head.join('\n')}\n---\n\n# From the text\n\n[there](${to}) ![a picture](a.svg)\n\n${sections.join('\n')}`;
}

function sectionOf(planned: boolean): string {
  const parts = planned ? 'planned:\n  - slug: p4\n    title: Part four\n' : '';
  return `---\ntitle: Docker\n${parts}---\n\nSee [the second](p2/).\n`;
}

// Cuts every third file of the cache short.
function spoil(folder: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const [index, { parentPath, name: own }] of entries.entries()) {
    if (index % 3 === 0) writeFileSync(path.join(parentPath, own), 'spoilt');
  }
}
