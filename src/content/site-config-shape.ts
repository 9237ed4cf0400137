import path from 'node:path';
import * as z from 'zod';
import { documented } from './documented-key.ts';
import { link, text, webAddress } from './value-shapes.ts';

const entry = { error: 'a list of entries, each with title and url' };
const count = z.int({ error: 'a whole number from 1' }).min(1, { error: 'a whole number from 1' });
const insideFolder = text.refine((file) => !path.posix.normalize(file).startsWith('..'), {
  error: 'the path of a file in the folder of site.yaml',
});
const license = { error: 'a mapping with name and, if there is one, url' };

/** The keys of `site.yaml`. */
export const siteConfigShape = {
  title: documented(text, { description: 'the name of the site', default: 'Tutorials' }),
  baseUrl: documented(webAddress, {
    description:
      'where the site will be found. Without it there are no feeds, site map and canonical addresses',
  }),
  author: documented(text, { description: 'who writes, at the foot of pages and in feeds' }),
  description: documented(text, { description: 'below the title of the first page, and for search engines' }),
  language: documented(
    z
      .string({ error: 'a language tag such as en or pt-BR' })
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language tag such as en or pt-BR' }),
    { description: 'the language of the posts, as BCP 47 names it', default: 'en' },
  ),
  navigation: documented(z.array(z.object({ title: text, url: link }, entry), entry), {
    description: 'links at the head of pages, each with `title` and `url`',
    default: [],
  }),
  editUrl: documented(
    webAddress.refine((url) => url.includes('{path}'), { error: 'an address that holds {path}' }),
    {
      description:
        'an address at which a post can be edited; `{path}` is its file, from the folder of `site.yaml`',
    },
  ),
  license: documented(z.object({ name: text, url: webAddress.optional() }, license), {
    description: 'of the texts: `name` and, if there is one, `url`',
  }),
  image: documented(insideFolder, {
    description: 'a picture (PNG or JPEG) shown where pages without one of their own are shared',
  }),
  footer: documented(text, { description: 'a line at the foot of pages' }),
  homePosts: documented(count, {
    description: 'how many of the newest posts the first page lists',
    default: 10,
  }),
  feedPosts: documented(count, { description: 'how many of the newest posts the feeds hold', default: 20 }),
};
