import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Heading } from '../../markdown/headings.ts';
import type { SiteConfig } from '../../model/site.ts';
import { authorsOf } from '../authors-of.ts';
import { absoluteHref } from '../href.ts';
import type { PageData } from '../page-data.ts';

type Thing = Record<string, unknown>;
type Site = SiteConfig & { baseUrl: string };

/**
 * What a post is, in the words of schema.org: a technical article at its place in the site and, where its sections are
 * numbered steps, a how-to.
 */
export function postLinkedData(page: PageData, config: Site): Thing[] {
  const sections = page.headings.filter(({ depth }) => depth === 2);
  const steps = sections.filter(({ text }) => /^step \d+\b/i.test(text));
  return [
    article(page, config),
    breadcrumbs(page, config),
    ...(steps.length > 1 ? [howTo(page, steps)] : []),
  ];
}

/** What the site is, for its first page. */
export function siteLinkedData(config: Site): Thing[] {
  const { title, baseUrl, description, language, author } = config;
  return [
    {
      '@type': 'WebSite',
      name: title,
      url: baseUrl,
      inLanguage: language,
      ...(description ? { description } : {}),
      ...(author ? { publisher: person(author) } : {}),
    },
  ];
}

/**
 * Things as a data block. Browsers don't run it; `<` is written as an escape of JSON, so that no text in it can end the
 * block or begin another.
 */
export function linkedDataBlock(things: readonly Thing[]): Element | null {
  if (things.length === 0) return null;
  const graph = { '@context': 'https://schema.org', '@graph': things };
  const json = JSON.stringify(graph).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return h('script', { type: 'application/ld+json' }, json);
}

function article({ post, modified, cover, series }: PageData, config: Site): Thing {
  const { title, description, summary, date, level } = post.frontMatter;
  const picture = cover?.path ?? config.image?.path;
  const names = authorsOf(post.frontMatter, config);
  return {
    '@type': 'TechArticle',
    headline: title,
    url: absoluteHref(config.baseUrl, post.url),
    ...(description || summary ? { description: description || summary } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(modified ? { dateModified: modified } : {}),
    ...(names.length > 0 ? { author: names.map(person) } : {}),
    ...(picture ? { image: absoluteHref(config.baseUrl, picture) } : {}),
    ...(level ? { proficiencyLevel: level } : {}),
    ...(config.license ? { license: config.license.url ?? config.license.name } : {}),
    ...(series
      ? {
          isPartOf: {
            '@type': 'CreativeWorkSeries',
            name: series.title,
            url: absoluteHref(config.baseUrl, series.url),
          },
        }
      : {}),
  };
}

function breadcrumbs({ post, series }: PageData, { baseUrl, title }: Site): Thing {
  const trail = [
    { name: title, url: '' },
    ...(series ? [{ name: series.title, url: series.url }] : []),
    { name: post.frontMatter.title, url: post.url },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteHref(baseUrl, url),
    })),
  };
}

function howTo({ post }: PageData, steps: readonly Heading[]): Thing {
  return { '@type': 'HowTo', name: post.frontMatter.title, step: steps.map(({ text }) => text) };
}

function person(name: string): Thing {
  return { '@type': 'Person', name };
}
