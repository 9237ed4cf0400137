// The generators that are measured: what a site needs besides its posts, the command that builds it, and how to make it
// forget what it has kept.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { BENCH_HUGO = 'hugo', BENCH_HUGO_THEMES = '', BENCH_ELEVENTY = '' } = process.env;
const nameOfCompiled = /^cli\.cjs\.build-/;

/** `prepare` gives the folder for the posts, or null where the generator is not installed. */
export const generators = [
  {
    name: 'Hugo',
    prepare(folder) {
      if (!existsSync(join(BENCH_HUGO_THEMES, 'PaperMod')) || spawnSync(BENCH_HUGO, ['version']).status !== 0)
        return null;
      writeFileSync(join(folder, 'hugo.toml'), 'baseURL = "https://example.org/"\ntheme = "PaperMod"\n');
      symlinkSync(BENCH_HUGO_THEMES, join(folder, 'themes'));
      return made(join(folder, 'content', 'posts'));
    },
    command: () => [BENCH_HUGO, '--quiet'],
    forget: (folder) => remove(folder, 'public', 'resources'),
  },
  {
    name: 'Eleventy',
    prepare(folder) {
      const packages = join(BENCH_ELEVENTY, 'node_modules');
      if (BENCH_ELEVENTY === '' || !existsSync(join(packages, '@11ty', 'eleventy'))) return null;
      symlinkSync(packages, join(folder, 'node_modules'));
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
      writeFileSync(join(folder, 'eleventy.config.js'), eleventyConfig);
      return made(join(folder, 'posts'));
    },
    command: (folder) => [process.execPath, join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    forget: (folder) => remove(folder, '_site'),
  },
  {
    name: 'Seaworthy',
    prepare: (folder) => made(join(folder, 'posts')),
    command: () => [process.execPath, join(home, 'scripts', 'seaworthy.mjs'), 'build'],
    forget(folder) {
      remove(folder, 'dist');
      const cache = join(home, '.seaworthy');
      for (const bundle of readdirSync(cache).filter((name) => name.startsWith('bundle-'))) {
        const compiled = readdirSync(join(cache, bundle)).filter((name) => nameOfCompiled.test(name));
        remove(join(cache, bundle), 'posts', ...compiled);
      }
    },
  },
];

const eleventyConfig = `
import highlight from '@11ty/eleventy-plugin-syntaxhighlight';
export default (config) => {
  config.addPlugin(highlight);
  config.setLiquidOptions({ jsTruthy: true });
  return { dir: { input: 'posts' }, markdownTemplateEngine: false };
};
`;

function made(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function remove(folder, ...names) {
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}
