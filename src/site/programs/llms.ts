import { ownFiles } from '../../lib/own-addresses.ts';
import type { SiteConfig } from '../../model/site.ts';
import { absoluteHref } from '../href.ts';
import { newestFirst } from '../lists/neighbours.ts';
import { type ListedPost, type ListedSeries, pagesOf } from '../page-data.ts';
import { twinFile } from './markdown-twin.ts';

/** The site for language models, as https://llmstxt.org has it: what it is, and its posts as Markdown. */
export function llms({
  config,
  posts,
  series,
}: {
  config: SiteConfig & { baseUrl: string };
  posts: readonly ListedPost[];
  series: readonly ListedSeries[];
}): string {
  const alone = posts.filter((page) => page.series === null).toSorted((a, b) => newestFirst(a.post, b.post));
  const parts = [
    ...series.map((one) => section(one.title, pagesOf(one, posts), config)),
    section('Posts', alone, config),
    `## Optional\n\n- [How the site stands](${config.baseUrl}${ownFiles.status}): which commands are proven, and what is not`,
  ];
  const head = [`# ${config.title}`, config.description ? `> ${oneLine(config.description)}` : ''];
  return `${[...head, ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}

function section(
  title: string,
  pages: readonly ListedPost[],
  config: SiteConfig & { baseUrl: string },
): string {
  if (pages.length === 0) return '';
  const lines = pages.map(({ post }) => {
    const { summary, description, title: name } = post.frontMatter;
    const about = oneLine(summary || description);
    const link = `[${oneLine(name).replace(/[[\]]/g, '\\$&')}](${absoluteHref(config.baseUrl, `${post.url}${twinFile}`)})`;
    return `- ${link}${about ? `: ${about}` : ''}`;
  });
  return `## ${oneLine(title)}\n\n${lines.join('\n')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
