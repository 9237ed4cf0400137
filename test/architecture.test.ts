import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groupBy } from '../src/lib/group-by.ts';
import { diagnosticCodes } from '../src/model/diagnostic.ts';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

/** What each folder of src/ may import, types included: folders with all in them, or single files. `*` is everything. */
const mayImport: Record<string, string[]> = {
  lib: [],
  model: ['lib'],
  shell: ['model', 'lib'],
  values: ['model', 'lib'],
  content: ['model', 'lib'],
  markdown: ['model', 'shell', 'values', 'lib'],
  report: ['model', 'lib'],
  blocks: [
    'model',
    'shell',
    'markdown/parse.ts',
    'markdown/containers/tab-marks.ts',
    'markdown/fences',
    'lib',
  ],
  machine: ['model', 'lib'],
  run: ['model', 'machine/machine.ts', 'shell', 'values', 'lib'],
  mutate: ['model', 'shell', 'run/expect/check-expectations.ts', 'lib'],
  site: [
    'model',
    'markdown',
    'shell',
    'report/proof/block-proof.ts',
    'report/proof/block-result.ts',
    'report/message.ts',
    'report/proof/volatile.ts',
    'run/expect/shown/compare-output.ts',
    'values',
    'lib',
  ],
  build: ['content', 'markdown', 'blocks', 'site', 'report', 'model', 'lib'],
  dev: ['model', 'build/built-file.ts', 'lib'],
  commands: ['*'],
  'cli.ts': ['commands', 'lib'],
};

/** Files that are longer than 250 lines, each with the reason why no idea is missing. */
const longFiles: Record<string, string> = {};

interface SourceFile {
  /** Below src/, with `/`. */
  path: string;
  text: string;
}

const files: SourceFile[] = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: relative(source, file), text: readFileSync(file, 'utf8') }));

/** Every test, below test/, with `/`. */
const testFiles = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => path.replaceAll('\\', '/'));

/** What a file imports from src/, as paths below src/. */
function importsOf({ path, text }: SourceFile): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\1/g)];
  return specifiers.map((match) => relative(source, resolve(source, dirname(path), match[2]!)));
}

function folderOf(path: string): string {
  return path.split('/')[0]!;
}

function isAllowed(from: string, to: string): boolean {
  const folder = folderOf(from);
  const allowed = mayImport[folder] ?? [];
  if (folder === folderOf(to) || allowed.includes('*')) return to !== 'cli.ts';
  return allowed.some((one) => to === one || to.startsWith(`${one}/`));
}

describe('the folders of src/', () => {
  test('are all known to the table', () => {
    expect(files.map((file) => folderOf(file.path)).filter((folder) => !(folder in mayImport))).toEqual([]);
  });

  test('are in the README with what they may import', () => {
    const rows = readFileSync(join(root, 'README.md'), 'utf8').matchAll(
      /^\| `([\w.]+)` \| [^|]* \| ([^|]*) \|$/gm,
    );
    const documented = new Map([...rows].map(([, folder, cell = '']) => [folder, cell]));
    for (const [folder, allowed] of Object.entries(mayImport)) {
      const cell = documented.get(folder) ?? '';
      const listed =
        cell === 'all of the above' ? ['*'] : [...cell.matchAll(/`([^`]+)`/g)].map(([, one]) => one);
      expect(listed, folder).toEqual(allowed);
    }
  });

  test('import only what the table allows', () => {
    const forbidden = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(file.path, imported))
        .map((imported) => `${file.path} must not import ${imported}`),
    );
    expect(forbidden).toEqual([]);
  });

  test('import only files that are there, by their whole names', () => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !existsSync(join(source, imported)))
        .map((imported) => `${file.path} imports ${imported}`),
    );
    expect(broken).toEqual([]);
  });

  test('have no ring of imports between files, types included', () => {
    expect(ringsOf(files)).toEqual([]);
  });
});

describe('the files of src/', () => {
  test('have kebab-case names that say what they hold', () => {
    const forbidden = new Set(['index.ts', 'utils.ts', 'helpers.ts', 'types.ts']);
    const names = files.map((file) => file.path);
    expect(names.filter((path) => forbidden.has(basename(path)))).toEqual([]);
    expect(
      names.filter((path) => !/^(?:[a-z\d]+(?:-[a-z\d]+)*\/)*[a-z\d]+(?:-[a-z\d]+)*\.ts$/.test(path)),
    ).toEqual([]);
  });

  test('have at most 250 lines, or a reason', () => {
    const long = files.filter((file) => file.text.split('\n').length > 251).map((file) => file.path);
    expect(long.filter((path) => !(path in longFiles))).toEqual([]);
  });

  test('leave the process and its streams to cli.ts', () => {
    const guilty = files.filter(
      ({ path, text }) =>
        path !== 'cli.ts' &&
        /\b(?:process\.(?:argv|exit|exitCode|stdout|stderr|stdin|on)|console\.\w+)\b/.test(
          withoutComments(text),
        ),
    );
    expect(guilty.map((file) => file.path)).toEqual([]);
  });

  test('export nothing by default', () => {
    expect(files.filter((file) => /^export default\b/m.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  test('export each name from one file only, so that it means one thing', () => {
    const exported = files.flatMap(({ path, text }) => {
      const names = text.matchAll(/^export (?:(?:async )?function|interface|type|const|class) (\w+)/gm);
      return [...new Set([...names].map(([, name]) => name!))].map((name) => ({ name, path }));
    });
    const paths = groupBy(exported, ({ name }) => name);
    expect([...paths].filter(([, all]) => all.length > 1)).toEqual([]);
  });

  test('say before each export what it gives', () => {
    const silent = files.flatMap(({ path, text }) =>
      [
        ...text.matchAll(
          /(?<!\*\/\n)(?<=\n|^)export (?:(?:async )?function|interface|type|const|class) (\w+)/g,
        ),
      ].map((match) => `${path}: ${match[1]}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('the tests', () => {
  test('that are named after a file of src/ lie where it lies', () => {
    const elsewhere = testFiles.filter((test) => {
      const folders = files
        .filter(({ path }) => folderOf(path) === folderOf(test))
        .filter(({ path }) => basename(path, '.ts') === basename(test, '.test.ts'))
        .map(({ path }) => dirname(path));
      return folders.length > 0 && !folders.includes(dirname(test));
    });
    expect(elsewhere).toEqual([]);
  });
});

describe('the scripts of readers', () => {
  const scripts = join(root, 'site/scripts');
  const names = readdirSync(scripts).filter((name) => name.endsWith('.ts'));
  const texts = names.map((name) => ({ name, text: readFileSync(join(scripts, name), 'utf8') }));

  test('import each other and src/lib only', () => {
    const imports = texts.flatMap(({ name, text }) =>
      [...text.matchAll(/\bfrom '([^']+)'/g)].map((match) => ({ name, from: match[1]! })),
    );
    expect(
      imports.filter(({ from }) => !/^\.\/[a-z-]+\.ts$|^\.\.\/\.\.\/src\/lib\/[a-z-]+\.ts$/.test(from)),
    ).toEqual([]);
  });

  test('put nothing into a page but text and elements, run no text, and ask for no address', () => {
    const dangers =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function\(|fetch|XMLHttpRequest|import\()|\.style\b/;
    const guilty = texts.filter(({ text }) => dangers.test(withoutComments(text)));
    expect(guilty.map(({ name }) => name)).toEqual([]);
  });

  test('have at most 250 lines', () => {
    expect(texts.filter(({ text }) => text.split('\n').length > 251).map(({ name }) => name)).toEqual([]);
  });
});

describe('the README', () => {
  const readme = existsSync(join(root, 'README.md')) ? readFileSync(join(root, 'README.md'), 'utf8') : '';

  test('explains every code that a finding can have', () => {
    expect(Object.keys(diagnosticCodes).filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Rings in the graph of imports, each as `a -> b -> a`. */
function ringsOf(all: SourceFile[]): string[] {
  const graph = new Map(all.map((file) => [file.path, importsOf(file)]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) rings.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return rings;
}
