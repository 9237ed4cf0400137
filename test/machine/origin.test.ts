import { describe, expect, test } from 'vitest';
import { parseImageName } from '../../src/machine/image-name.ts';
import { readAnswers } from '../../src/machine/origin.ts';

const digest = `sha256:${'a'.repeat(64)}`;

test.each([
  ['nginx', { repository: 'library/nginx', reference: 'latest' }],
  ['nginx:1.27-alpine', { repository: 'library/nginx', reference: '1.27-alpine' }],
  ['docker.io/library/nginx', { repository: 'library/nginx', reference: 'latest' }],
  ['grafana/grafana:11', { repository: 'grafana/grafana', reference: '11' }],
  [`nginx@${digest}`, { repository: 'library/nginx', reference: digest }],
  ['ghcr.io/a/b', 'elsewhere'],
  ['localhost/a', 'elsewhere'],
  ['localhost:5000/a:1', 'elsewhere'],
  ['IMAGE', null],
  ['$image', null],
  ["x'; rm -rf /", null],
  ['', null],
])('the image name %j is %j', (name, parsed) => {
  expect(parseImageName(name)).toEqual(parsed);
});

describe('what the registry answers', () => {
  const found = `HTTP/1.1 200 OK\r\nContent-Type: x\r\nDocker-Content-Digest: ${digest}\r\n\r\n`;
  const missing = 'HTTP/1.1 404 Not Found\r\n\r\n';

  test('is a digest for each name, or that there is none', () => {
    expect(readAnswers(['a', 'b'], `${found}---\n${missing}---\n`)).toEqual({ a: digest, b: 'absent' });
  });

  test.each([
    ['an error', 'HTTP/1.1 502 Bad Gateway\r\n\r\n'],
    ['a limit', 'HTTP/1.1 429 Too Many Requests\r\n\r\n'],
    ['no digest', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['nothing', ''],
  ])('is unknown after %s', (_what, answer) => {
    expect(readAnswers(['a', 'b'], `${found}---\n${answer}---\n`)).toBeNull();
  });
});
