import * as z from 'zod';

const text = z.string({ error: 'a text (numbers need quotes)' });
const flag = z.boolean({ error: 'true or false, without quotes' });
const wholeNumber = z.int({ error: 'a whole number, such as 1' });
const date = z
  .string({ error: 'a date such as 2026-11-24' })
  .refine(isDate, { error: 'a date of the calendar such as 2026-11-24 or 2026-11-24T18:30:00Z' });
const word = z.union([z.string(), z.number()], { error: 'a text' }).transform(String);
const list = z
  .union([word, z.array(word)], { error: 'a text or a list of texts such as ["one", "two"]' })
  .transform((value) => (Array.isArray(value) ? value : [value]));
const cover = z.object(
  {
    image: z.string({ error: 'a path to an image' }).optional(),
    alt: text.optional(),
    caption: text.optional(),
    hidden: flag.optional(),
    relative: flag.optional(),
  },
  { error: 'a mapping with image, alt and caption' },
);
const slug = z
  .string({ error: 'a text without blanks or slashes' })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u, { error: 'a text of letters, digits, "-", "_" and "."' });
const planned = z.array(
  z.object(
    {
      slug,
      title: z.string({ error: 'parts with a slug and a title' }),
      summary: text.optional(),
    },
    { error: 'a list of parts, each with slug, title and summary' },
  ),
  { error: 'a list of parts, each with slug, title and summary' },
);

/** The front matter keys that Seaworthy uses, as PaperMod names them. */
export const frontMatterShape = {
  title: text,
  date,
  lastmod: date,
  draft: flag,
  author: list,
  description: text,
  summary: text,
  tags: list,
  categories: list,
  series: list,
  weight: wholeNumber,
  ShowToc: flag,
  TocOpen: flag,
  math: flag,
  cover,
  slug,
  aliases: list,
  level: text,
  prerequisites: list,
  planned,
};

/** Keys that Hugo or PaperMod know and that mean nothing here; they are no findings. */
export const ignoredKeys = [
  'url',
  'keywords',
  'hideMeta',
  'comments',
  'canonicalURL',
  'disableHLJS',
  'disableShare',
  'hideSummary',
  'searchHidden',
  'ShowReadingTime',
  'ShowBreadCrumbs',
  'ShowPostNavLinks',
  'ShowWordCount',
  'ShowRssButtonInSectionTermList',
  'ShowCodeCopyButtons',
  'UseHugoToc',
  'editPost',
  'robotsNoIndex',
  'linkTitle',
  'layout',
  'type',
  'publishDate',
  'expiryDate',
  'images',
  'params',
  'id',
];

function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)([T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/.exec(value);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  const isCalendar = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return isCalendar && isTime(match[4] ?? 'T00:00');
}

function isTime(value: string): boolean {
  const [hours = 0, minutes = 0, seconds = 0] = value.slice(1, 9).split(':').map(Number.parseFloat);
  return hours < 24 && minutes < 60 && seconds < 61;
}
