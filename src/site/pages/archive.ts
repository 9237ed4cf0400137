import { h } from 'hastscript';
import { countOf } from '../../lib/count-of.ts';
import { ownFolders } from '../../lib/own-addresses.ts';
import type { SiteConfig } from '../../model/site.ts';
import type { Frame, Page } from '../frame.ts';
import { yearList } from '../lists/year-list.ts';
import type { ListedPost } from '../page-data.ts';
import { listPage } from './list-page.ts';

/** All posts of the site by year, one line each: a page that stays small with a thousand of them. */
export function archivePage(
  { posts, config }: { posts: readonly ListedPost[]; config: SiteConfig },
  frame: Frame,
): Page {
  const title = 'All posts';
  const facts = h('p.facts', h('span', countOf(posts.length, 'post')));
  return listPage(
    {
      url: ownFolders.archive,
      title,
      description: `All posts of ${config.title} by year.`,
      header: [h('h1', title), facts],
      above: [],
      content: yearList(posts, { from: ownFolders.archive, frame, level: 2 }),
    },
    frame,
  );
}
