import { expect, test } from 'vitest';
import { isAllowedHost } from '../../src/dev/allowed-host.ts';

const own = [
  'localhost',
  'localhost:4747',
  'LOCALHOST:1',
  'docs.localhost:4747',
  '127.0.0.1:4747',
  '[::1]:4747',
];
const foreign = [
  undefined,
  '',
  'example.org',
  'localhost.example.org',
  'notlocalhost',
  '127.0.0.1.example.org',
  '192.168.1.2:4747',
  'localhost:4747@example.org',
  'localhost:port',
  '[::2]:4747',
];

test.each(own)('%s names this computer', (host) => {
  expect(isAllowedHost(host)).toBe(true);
});

test.each(foreign)('%s may be anybody', (host) => {
  expect(isAllowedHost(host)).toBe(false);
});
