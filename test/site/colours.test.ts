import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadDevClient } from '../../src/dev/dev-client.ts';
import { home } from '../helpers/memory-context.ts';

const read = (file: string): string => readFileSync(path.join(home, 'site', file), 'utf8');

/** The values of a custom property: what it is in the light and in the dark scheme. */
function schemesOf(property: string, css: string): [light: string, dark: string] {
  const match = new RegExp(`${property}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(css);
  if (!match) throw new Error(`there is no ${property}`);
  return [match[1] as string, match[2] as string];
}

const accent = schemesOf('--accent', read('styles/tokens.css'));

test('the icon has the accent colour of the pages', () => {
  const [light, dark] = read('static/favicon.svg').split('@media(prefers-color-scheme:dark)');
  expect([light, dark].map((part) => part?.match(/#[\da-f]{3,}/g))).toEqual(accent.map((colour) => [colour]));
});

test('what dev shows over a page has the tokens, though it stands in a tree of its own', async () => {
  const { styles } = await loadDevClient(home);
  expect(styles).toMatch(/:host\s*{[^}]*--accent: *light-dark/);
  expect([...styles.matchAll(/var\((--[\w-]+)/g)].filter(([, name]) => !styles.includes(`${name}:`))).toEqual(
    [],
  );
});
