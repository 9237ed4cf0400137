import { expect, test } from 'vitest';
import { withDevScript } from '../../src/dev/dev-page.ts';

const policy = (text: string): string => `<meta http-equiv="Content-Security-Policy" content="${text}">`;

test('a page gets the script before its title, and may load it, its styles and the events', () => {
  const page = `<head>${policy("default-src 'none'; img-src 'self' data:; style-src 'self'")}<title>A</title></head>`;
  expect(withDevScript(page, '12ab')).toBe(
    `<head>${policy(
      "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'",
    )}<script src="/_seaworthy/dev.js" data-version="12ab" defer></script><title>A</title></head>`,
  );
});

test('a policy with escaped quotes is read as well, and none of its rules is lost', () => {
  const page = `${policy('script-src &#x27;none&#x27;; connect-src https://a.example')}<title>A</title>`;
  expect(withDevScript(page, '1')).toContain(
    policy("script-src 'self'; connect-src https://a.example 'self'; style-src 'self'"),
  );
});

test('nothing of a title is taken for a pattern', () => {
  expect(withDevScript('<title>$& $1</title>', '1')).toMatch(/<title>\$& \$1<\/title>$/);
});
