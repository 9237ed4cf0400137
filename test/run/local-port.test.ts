import { expect, test } from 'vitest';
import { localPort } from '../../src/run/local-port.ts';

test.each([
  ['http://localhost:8080/pier', 8080],
  ['http://127.0.0.1', 80],
  ['https://0.0.0.0/', 443],
  ['http://[::1]:3000', 3000],
])('%s is asked for at %i', (url, port) => expect(localPort(url)).toBe(port));

test.each(['http://pier.example:8080/', 'localhost', ''])('“%s” is nowhere on this computer', (url) =>
  expect(localPort(url)).toBeNull(),
);
