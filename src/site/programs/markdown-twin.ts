import type { Code } from 'mdast';
import { withoutPairs } from '../../markdown/fences/set-off.ts';
import type { PostHead, SiteConfig } from '../../model/site.ts';
import { authorsOf } from '../authors-of.ts';
import { absoluteHref, fullAddress } from '../href.ts';
import { oldestOf } from '../proof/engine-runs.ts';
import type { ProofSummary } from '../proof/post-proof.ts';
import { provenWords } from '../proof/proof-words.ts';

/** Name of a page's Markdown beside it. */
export const twinFile = 'index.md';

/** What the Markdown beside a page is made from. */
export interface TwinParts {
  post: PostHead;
  /** The whole Markdown file. */
  source: string;
  /** Its code blocks: what stands there is no link, whatever it looks like. */
  codes: readonly Pick<Code, 'position'>[];
  /** Where links and images lead (relative to the page, or full), by what the author wrote; null: to no page yet. */
  addresses: ReadonlyMap<string, string | null>;
  proof: ProofSummary;
  modified: string | null;
}

/**
 * A post as Markdown for programs: its title and facts as text in the place of front matter, links that lead somewhere,
 * and neither comments that are for Seaworthy nor marks of a site generator in code.
 */
export function markdownTwin(parts: TwinParts, config: SiteConfig): string {
  const { post, source } = parts;
  const addresses = inFull(parts, config);
  const inCode = linesOf(parts.codes);
  // The parser's line endings, so that lines have its numbers.
  const lines = withoutMarks(source.split(/\r\n?|\n/), parts.codes).map((line, index) =>
    inCode.has(index + 1) ? line : withAddresses(line.replace(/<!--\s*verify:[^>]*-->/g, ''), addresses),
  );
  const { title, description } = post.frontMatter;
  const head = [`# ${title}`, description, facts(parts, config)].filter((part) => part !== '');
  const text = withoutFrontMatter(lines.join('\n')).replace(/^\s*\n/, '');
  const body = text.replace(/^#\s+(.*)\n/, (whole, own) => (own.trim() === title ? '' : whole));
  return `${head.join('\n\n')}\n\n${body.trim()}\n`;
}

// A program may read the text anywhere; without a `baseUrl` it must be read beside its page.
function inFull({ post, addresses }: TwinParts, { baseUrl }: SiteConfig): TwinParts['addresses'] {
  if (baseUrl === null) return addresses;
  const page = absoluteHref(baseUrl, post.url);
  return new Map([...addresses].map(([url, to]) => [url, to === null ? null : fullAddress(to, page)]));
}

function facts({ post, proof, modified }: TwinParts, config: SiteConfig): string {
  const { baseUrl } = config;
  const { date, tags } = post.frontMatter;
  const names = authorsOf(post.frontMatter, config);
  const lines = [
    baseUrl ? `- Page: ${absoluteHref(baseUrl, post.url)}` : null,
    names.length > 0 ? `- By: ${names.join(', ')}` : null,
    date ? `- Date: ${date}` : null,
    modified && modified !== date ? `- Changed: ${modified}` : null,
    tags.length > 0 ? `- Tags: ${tags.join(', ')}` : null,
    proof.commands > 0 ? `- Proof: ${proofWords(proof)}` : null,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function proofWords(proof: ProofSummary): string {
  const oldest = oldestOf(proof.engines);
  if (oldest === null) return `none of its ${proof.commands} commands was verified yet`;
  const { count, where } = provenWords(proof);
  return `${count}${where} (${oldest.recordedAt.slice(0, 10)})`;
}

function withoutFrontMatter(text: string): string {
  // At the very start only: elsewhere three dashes are a line across the page.
  return text.replace(/(?<![\s\S])---[ \t]*\n[\s\S]*?^---[ \t]*$/m, '');
}

// Whoever copies `<^>name<^>` out of a text would type it.
function withoutMarks(lines: readonly string[], codes: TwinParts['codes']): string[] {
  const plain = [...lines];
  for (const { position } of codes) {
    if (!position) continue;
    const first = position.start.line - 1;
    const { text } = withoutPairs(lines.slice(first, position.end.line).join('\n'));
    plain.splice(first, position.end.line - first, ...text.split('\n'));
  }
  return plain;
}

// The lines (from 1) of code blocks, fences included.
function linesOf(codes: TwinParts['codes']): Set<number> {
  return new Set(
    codes.flatMap(({ position }) => {
      if (!position) return [];
      const { start, end } = position;
      return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
    }),
  );
}

type Addresses = TwinParts['addresses'];

// `](…)` of links and images, `]: …` of definitions.
function withAddresses(line: string, addresses: Addresses): string {
  return line
    .replace(/\[([^\]]*)\]\(([^\s()]+)\)/g, (whole, text, url) =>
      addresses.get(url) === null ? `${text} (planned)` : whole,
    )
    .replace(
      /(\]\(\s*)(<[^>]*>|[^\s()]+(?:\([^\s()]*\))?)/g,
      (_whole, before, url) => before + to(url, addresses),
    )
    .replace(/^(\s*\[[^\]]+\]:\s*)(<[^>]*>|\S+)/, (_whole, before, url) => before + to(url, addresses));
}

function to(url: string, addresses: Addresses): string {
  return addresses.get(url.replace(/^<(.*)>$/, '$1')) ?? url;
}
