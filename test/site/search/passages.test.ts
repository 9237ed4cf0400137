import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { passagesOf } from '../../../src/site/search/passages.ts';

test('a body is cut at its headings, wherever they stand, and what the page adds is left out', () => {
  const body = h(null, [
    h('p', ['Before ', h('em', 'all'), '.']),
    h('h2', { id: 'one' }, h('a', { href: '#one' }, 'One')),
    h('figure.code', [
      h('figcaption', 'Terminal'),
      h('pre', h('code', [h('span', 'docker'), ' run\n-d'])),
      h('details.proof', 'Proven'),
    ]),
    h('blockquote', [h('h3', { id: 'two' }, 'Two'), h('ul', [h('li', 'a'), h('li', 'b')])]),
    h('h2', { id: 'three' }, 'Three'),
    h('figure.code', [h('figcaption', h('code', 'compose.yaml')), h('pre', h('code', 'services:'))]),
    h('figure', [h('img', { alt: '' }), h('figcaption', 'A harbour')]),
  ]);
  expect(passagesOf(body)).toEqual([
    { id: '', title: '', text: 'Before all.' },
    { id: 'one', title: 'One', text: 'docker run -d' },
    { id: 'two', title: 'Two', text: 'a b' },
    { id: 'three', title: 'Three', text: 'compose.yaml services: A harbour' },
  ]);
});
