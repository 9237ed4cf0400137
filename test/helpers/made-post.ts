import { readFrontMatter } from '../../src/content/front-matter.ts';
import type { FrontMatter, Post } from '../../src/model/site.ts';

/** A post that lies nowhere; its address follows from its path. */
export function madePost(path: string, frontMatter: Partial<FrontMatter>, url?: string): Post {
  const source = '---\ntitle: Made\n---\n';
  const base = readFrontMatter({ path, source }).frontMatter;
  return {
    path,
    file: `/content/${path}`,
    source,
    url: url ?? `${path.replace(/\.md$/, '')}/`,
    frontMatter: { ...base, ...frontMatter },
  };
}
