import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadDevClient } from '../../src/dev/dev-client.ts';
import { contrast } from '../helpers/contrast.ts';
import { home } from '../helpers/memory-context.ts';

const read = (file: string): string => readFileSync(path.join(home, 'site', file), 'utf8');

/** The values of a custom property: what it is in the light and in the dark scheme. */
function schemesOf(property: string, css: string): [light: string, dark: string] {
  const match = new RegExp(`${property}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(css);
  if (!match) throw new Error(`there is no ${property}`);
  return [match[1] as string, match[2] as string];
}

const tokens = read('styles/tokens.css');
const accent = schemesOf('--accent', tokens);

const grounds = ['--paper', '--raised', '--sunk'];
const lines = ['--hairline', '--frame'];
const texts = [...tokens.matchAll(/(--[\w-]+): light-dark/g)]
  .map(([, name = '']) => name)
  .filter((name) => ![...grounds, ...lines, '--selection'].includes(name));

test.each(texts)('%s can be read on every ground in both schemes, and where it is selected', (text) => {
  const colours = schemesOf(text, tokens);
  const on = (ground: string): number =>
    Math.min(...schemesOf(ground, tokens).map((colour, scheme) => contrast(colours[scheme]!, colour)));
  for (const ground of grounds) expect(on(ground), ground).toBeGreaterThanOrEqual(7);
  expect(on('--selection')).toBeGreaterThanOrEqual(4.5);
});

test('the page that `--html` writes can be read in both schemes', () => {
  const schemes = read('report.css').split('@media (prefers-color-scheme: dark)');
  expect(schemes).toHaveLength(2);
  for (const css of schemes) {
    const colours = new Map(
      [...css.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value!]),
    );
    const written = [...colours].filter(([name]) => !['--paper', '--screen', '--line'].includes(name!));
    expect(written).toHaveLength(11);
    for (const [name, colour] of written)
      for (const ground of ['--paper', '--screen'])
        expect(contrast(colour, colours.get(ground)!), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

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
