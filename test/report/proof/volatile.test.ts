import { expect, test } from 'vitest';
import { withoutVolatile } from '../../../src/report/proof/volatile.ts';

test.each([
  ['Digest: sha256:3fa1c09b77de', 'Digest: sha256:91bbcd0aa312'],
  ['Up 2 seconds', 'Up About a minute'],
  ['Exited (0) 2 minutes ago   brave_turing', 'Exited (0) 11 hours ago keen_lovelace'],
  [
    '2026/11/24 10:26:49 [notice] 1#1: start worker process 6',
    '2026/12/01 09:00:00 [notice] 1#1: start worker process 31',
  ],
  ['Fetched 9,345 kB in 1s (8,112 kB/s)', 'Fetched 9.2 MB in 12s (750 kB/s)'],
  [
    '172.17.0.1 - - [24/Nov/2026:10:26:49 +0000] "GET /"',
    '172.18.0.3 - - [25/Nov/2026:11:00:00 +0000] "GET /"',
  ],
  ['Tue Nov 24 10:26:49 UTC 2026', 'Wed Nov 25 08:00:01 UTC 2026'],
])('%j and %j say the same', (a, b) => {
  expect(withoutVolatile(a)).toBe(withoutVolatile(b));
});

test.each([
  ['Exited (0)', 'Exited (1)'],
  ['Docker version 27.5.1', 'Docker version 28.5.2'],
  ['0.0.0.0:8080->80/tcp', '0.0.0.0:8081->80/tcp'],
  ['my_app is up', 'is up'],
  ['nginx', 'nginy'],
])('%j and %j do not', (a, b) => {
  expect(withoutVolatile(a)).not.toBe(withoutVolatile(b));
});
