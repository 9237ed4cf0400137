import type { Element } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { setImage } from '../../src/markdown/images.ts';
import type { LinkTarget } from '../../src/model/site.ts';

// An image in a folder that holds these files.
function html(src: string, files: string[]): string {
  const image = h('img', { src, alt: 'A boat' }) as Element;
  const follow = (url: string): LinkTarget => {
    const [name = ''] = url.split(/[?#]/);
    return files.includes(name)
      ? { kind: 'file', file: `/posts/${name}`, path: name, width: 4, height: 3 }
      : { kind: 'broken', code: 'image-missing', message: '', hint: '' };
  };
  setImage(image, { follow, look: follow, hrefOf: (path) => path, isInLink: false });
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [image] });
}

const rest = ' alt="A boat" width="4" height="3" loading="lazy" decoding="async">';

test.each([
  ['one file', 'a.svg', ['a.svg'], `<img src="a.svg"${rest}`],
  [
    'one for each scheme',
    'a.svg',
    ['a.svg', 'a-dark.svg'],
    `<span><img src="a.svg"${rest.replace('>', ' class="in-light">')}<img src="a-dark.svg"${rest.replace('>', ' class="in-dark">')}</span>`,
  ],
  [
    'smaller formats',
    'a.png',
    ['a.png', 'a.webp'],
    `<picture><source srcset="a.webp" type="image/webp"><img src="a.png"${rest}</picture>`,
  ],
  [
    'GitHub’s mark for one scheme',
    'a.png#gh-dark-mode-only',
    ['a.png'],
    `<img src="a.png"${rest.replace('>', ' class="in-dark">')}`,
  ],
  ['one file with a query', 'a.svg?raw=true', ['a.svg'], `<img src="a.svg"${rest}`],
  ['one file with a part', 'a.svg#mast', ['a.svg'], `<img src="a.svg"${rest}`],
  ['one file without an extension', 'a', ['a'], `<img src="a"${rest}`],
  ['no file', 'b.png', ['a.png'], '<span class="broken">A boat</span>'],
])('%s', (_, src, files, expected) => {
  expect(html(src, files)).toBe(expected);
});
