import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { makeBody } from '../../src/markdown/body.ts';
import { noExtras } from '../../src/markdown/code-block.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { renderBody } from '../../src/markdown/render-body.ts';

/** The body of a post as HTML; every relative link leads to a page of the same name. */
export async function renderPost(source: string): Promise<string> {
  const { frontMatter } = readFrontMatter({ path: 'post.md', source });
  const tree = parseMarkdown(source, { math: frontMatter.math });
  const body = await makeBody(tree, { path: 'post.md', title: frontMatter.title || null, source });
  const rendered = await renderBody(body, {
    path: 'post.md',
    source,
    resolve: (url) =>
      /^(https?:|mailto:|tel:|\/\/)/i.test(url)
        ? { kind: 'external', href: url }
        : { kind: 'page', url: 'page/', anchor: null },
    hrefOf: (path) => path,
    extrasOf: () => noExtras,
  });
  return unified().use(rehypeStringify).stringify(rendered.tree);
}
