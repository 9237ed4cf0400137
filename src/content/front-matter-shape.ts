import * as z from 'zod';
import { documented } from './documented-key.ts';
import { addresses, date, flag, list, slug, text, webAddress, wholeNumber } from './value-shapes.ts';

const cover = z.object(
  {
    image: z.string({ error: 'a path to an image' }).optional(),
    alt: text.optional(),
    caption: text.optional(),
    hidden: flag.optional(),
    relative: flag.optional(),
    hiddenInList: flag.optional(),
    hiddenInSingle: flag.optional(),
    responsiveImages: flag.optional(),
    linkFullImages: flag.optional(),
  },
  { error: 'a mapping with image, alt and caption' },
);
const part = { error: 'a list of parts, each with slug, title and summary' };
const planned = z.array(
  z.object(
    { slug, title: z.string({ error: 'parts with a slug and a title' }), summary: text.optional() },
    part,
  ),
  part,
);
const editPost = z.object(
  {
    URL: webAddress.optional(),
    disabled: flag.optional(),
    Text: text.optional(),
    appendFilePath: flag.optional(),
  },
  { error: 'a mapping with URL or disabled' },
);

/** The front matter keys that Seaworthy uses, as PaperMod names them. */
export const frontMatterShape = {
  title: documented(text, { description: 'the title; the only key that must be there' }),
  date: documented(date, {
    description: 'when it was published: `2026-11-24`, or with a time. A post of the future is left out',
  }),
  lastmod: documented(date, {
    description: 'when it was last changed. Without it, the last commit that changed the file',
  }),
  publishDate: documented(date, { description: 'left out until then, whatever `date` says' }),
  expiryDate: documented(date, { description: 'left out from then on' }),
  draft: documented(flag, { description: 'left out, but for `--drafts`', default: false }),
  author: documented(list, { description: "one or several. Feeds name the site's without it" }),
  description: documented(text, { description: 'below the title, and what search engines show' }),
  summary: documented(text, { description: 'in lists. Without it, the description' }),
  tags: documented(list, { description: 'each has a page' }),
  categories: documented(list, { description: 'each has a page' }),
  series: documented(list, { description: 'the first one is the series of which the post is a part' }),
  weight: documented(wholeNumber, { description: 'the place in the series' }),
  level: documented(text, { description: 'for whom it is, such as `beginner`' }),
  prerequisites: documented(list, { description: 'what readers need' }),
  cover: documented(cover, { description: 'a picture: `image`, `alt`, `caption`, `hidden`' }),
  math: documented(flag, { description: 'whether `$…$` is a formula', default: false }),
  slug: documented(slug, {
    description: "the last part of the address. Without it, the file's or folder's name",
  }),
  aliases: documented(addresses, { description: 'former addresses, which lead here' }),
  canonicalURL: documented(webAddress, { description: 'where the post was published first' }),
  robotsNoIndex: documented(flag, {
    description: 'asks search engines to leave the page out',
    default: false,
  }),
  searchHidden: documented(flag, { description: "left out of the site's search", default: false }),
  ShowToc: documented(flag, {
    description: 'contents, where there are more than two headings',
    default: true,
  }),
  ShowBreadCrumbs: documented(flag, {
    description: 'the way from the first page, above the title',
    default: true,
  }),
  ShowReadingTime: documented(flag, { description: 'minutes to read', default: true }),
  ShowPostNavLinks: documented(flag, { description: 'previous and next', default: true }),
  hideMeta: documented(flag, { description: 'leaves author, dates and reading time out', default: false }),
  hideSummary: documented(flag, { description: 'leaves the summary out of lists', default: false }),
  editPost: documented(editPost, {
    description: '`disabled: true`: no “edit this page”; `URL`: another address than `editUrl` gives',
  }),
  planned: documented(planned, {
    description: 'only in `_index.md`: parts still to be written, each with `slug`, `title`, `summary`',
  }),
};

/** Keys that Hugo or PaperMod know and that mean nothing here; they are no findings. */
export const ignoredKeys = [
  ...['TocOpen', 'UseHugoToc', 'ShowWordCount', 'ShowCodeCopyButtons', 'ShowShareButtons', 'ShareButtons'],
  ...['ShowRssButtonInSectionTermList', 'ShowPageNums', 'ShowAllPagesInArchive', 'ShowFullTextinRSS'],
  ...['disableHLJS', 'disableShare', 'disableAnchoredHeadings', 'disableScrollToTop', 'disableThemeToggle'],
  ...['disableSpecial1stPost', 'hideAuthor', 'hideFooter', 'hideDescription', 'comments', 'placeholder'],
  ...['keywords', 'linkTitle', 'label', 'url', 'images', 'videos', 'audio', 'resources', 'outputs', 'layout'],
  ...['type', 'markup', 'isCJKLanguage', 'translationKey', 'menu', 'menus', 'sitemap', 'build', 'cascade'],
  ...['headless', 'params', 'id'],
];
