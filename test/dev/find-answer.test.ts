import { describe, expect, test } from 'vitest';
import { findAnswer } from '../../src/dev/find-answer.ts';
import type { ServedSite } from '../../src/dev/served-site.ts';

const paths = [
  'index.html',
  '404.html',
  'docker/p1/index.html',
  'docker/p1/dot.svg',
  'Ä b/index.html',
  'feed.xml',
];

function site(basePath = '/'): ServedSite {
  return {
    files: new Map(paths.map((path) => [path, { path, text: path, digest: path }])),
    basePath,
    pages: new Map(),
    isGood: true,
  };
}

const page = (path: string) => ({ kind: 'page', path, status: 200 });
const missing = { kind: 'page', path: '404.html', status: 404 };

describe('at the root of its host', () => {
  const cases: [string, unknown][] = [
    ['/', page('index.html')],
    ['/index.html', page('index.html')],
    ['/docker/p1/', page('docker/p1/index.html')],
    ['/docker/p1', { kind: 'redirect', to: '/docker/p1/' }],
    ['/docker/p1/dot.svg', { kind: 'file', path: 'docker/p1/dot.svg' }],
    ['/%C3%84%20b/', page('Ä b/index.html')],
    ['/%C3%84%20b', { kind: 'redirect', to: '/%C3%84%20b/' }],
    ['/nothing', missing],
    ['/docker', missing],
    ['/docker/', missing],
    ['/docker/p1/../p1/', missing],
    ['/../../etc/passwd', missing],
    ['/..%2f..%2fetc%2fpasswd', missing],
    ['//docker/p1', missing],
    ['/%', missing],
    ['http://example.org/', missing],
    ['', missing],
    ['*', missing],
  ];

  test.each(cases)('%s', (pathname, answer) => {
    expect(findAnswer(pathname, site())).toEqual(answer);
  });

  test('without any page there is nothing', () => {
    expect(findAnswer('/', { files: new Map(), basePath: '/', pages: new Map(), isGood: true })).toEqual({
      kind: 'nothing',
    });
  });
});

describe('below a base path', () => {
  const cases: [string, unknown][] = [
    ['/', { kind: 'redirect', to: '/h%C3%A4fen/' }],
    ['/h%C3%A4fen', { kind: 'redirect', to: '/h%C3%A4fen/' }],
    ['/h%C3%A4fen/', page('index.html')],
    ['/h%C3%A4fen/docker/p1', { kind: 'redirect', to: '/h%C3%A4fen/docker/p1/' }],
    ['/docker/p1/', missing],
  ];

  test.each(cases)('%s', (pathname, answer) => {
    expect(findAnswer(pathname, site('/h%C3%A4fen/'))).toEqual(answer);
  });
});
