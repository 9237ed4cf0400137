import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from '../../src/report/mask.ts';
import { anyText } from '../helpers/any-text.ts';

test.each([
  ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
  ['curl -H "Authorization: Basic dXNlcjpwYXNz" x', 'curl -H "Authorization: Basic ***" x'],
  ['POSTGRES_PASSWORD=s3cret docker run', 'POSTGRES_PASSWORD=*** docker run'],
  ['"password": "s3cret"', '"password": ***'],
  ['docker login --password s3cret -u me', 'docker login --password *** -u me'],
  ['postgres://app:s3cret@db:5432/app', 'postgres://app:***@db:5432/app'],
  ['token ghp_0123456789abcdefghijABCDEFGHIJ', 'token ***'],
  ['AKIAABCDEFGHIJKLMNOP', '***'],
  [
    '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----\n***\n-----END RSA PRIVATE KEY-----',
  ],
])('%j becomes %j', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test.each([
  'Digest: sha256:3fa1c09b77de',
  'open http://localhost:8080 in a browser',
  'the password is asked for',
  'git clone https://github.com/docker/docs',
])('%j stays as it is', (text) => {
  expect(mask(text)).toBe(text);
});

test('any name of a machine or folder can be hidden', () => {
  expect(mask('at my-host.lan: /home/j+d/a', ['my-host.lan', '/home/j+d'])).toBe('at ***: ***/a');
  fc.assert(fc.property(anyText(), anyText(12), (text, word) => typeof mask(text, [word]) === 'string'));
});

test('names of the machine go as whole words only, and short ones stay', () => {
  expect(mask('cabin cabins CABIN.lan vm', ['cabin', 'vm'])).toBe('*** cabins ***.lan vm');
});

test('where apt takes packages from is a matter of the computer', () => {
  expect(
    mask('Get:1 http://mirror.example/debian forky InRelease [151 kB]\nHit:2 https://m.example/x y'),
  ).toBe('Get:1 [mirror] forky InRelease [151 kB]\nHit:2 [mirror] y');
});
