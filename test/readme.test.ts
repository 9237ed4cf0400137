import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../src/commands/arguments.ts';
import type { KeyDocs } from '../src/content/documented-key.ts';
import { frontMatterShape } from '../src/content/front-matter-shape.ts';
import { siteConfigShape } from '../src/content/site-config-shape.ts';
import type { Shape } from '../src/content/yaml-record.ts';
import { ownFiles, ownFolders } from '../src/lib/own-addresses.ts';
import { readEngines } from '../src/machine/engines.ts';
import { diagnosticCodes } from '../src/model/diagnostic.ts';
import { operators } from '../src/mutate/operators.ts';
import { failureRules, findingRules } from '../src/report/rules.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

/** The text under a heading of a level, up to the next one. */
function section(title: string, level = 2): string {
  const found = readme
    .split(new RegExp(`^#{2,${level}} `, 'm'))
    .find((part) => part.startsWith(`${title}\n`));
  if (found === undefined) throw new Error(`README.md has no section "${title}"`);
  return found;
}

/** The cells of all table rows of a text that begin with code, without the backticks of the first one. */
function rows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell, index) => (index === 0 ? cell.replaceAll('`', '').trim() : cell.trim())),
  );
}

function firstCells(text: string): string[] {
  return rows(text).map(([first]) => first ?? '');
}

/** The rows of the first table whose first column is `key`. */
function keyRows(text: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| key |')) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'));
  return lines.slice(start, end);
}

function documentedRows(shape: Shape): string[] {
  return Object.entries(shape).map(([key, schema]) => {
    const { description, default: value } = (schema.meta() ?? {}) as Partial<KeyDocs>;
    return `| \`${key}\` | ${description} | ${value === undefined ? '' : `\`${JSON.stringify(value)}\``} |`;
  });
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

function helpOf(command: string): string {
  let help = '';
  readArguments([command, '--help'], '0.0.0', {
    stdout: (text) => {
      help += text;
    },
    stderr: () => {},
  });
  return help;
}

describe('the README lists', () => {
  test('the images that have stand-ins', () => {
    const list = readFileSync(join(root, 'scripts/registry/stand-ins.txt'), 'utf8');
    const images = list.split('\n').flatMap((line) => /^[a-z][a-z-]*/.exec(line) ?? []);
    const sentence =
      /\*\*stand-ins\*\* of ([^()]*?) from Debian/.exec(section('How machines work'))?.[1] ?? '';
    expect([...sentence.matchAll(/`([^`]+)`/g)].map(([, image]) => image)).toEqual([...new Set(images)]);
  });

  test('each finding once, with its severity', () => {
    const listed = rows(section('Findings')).map(([code, severity]) => [code, severity]);
    expect(Object.fromEntries(listed)).toEqual(diagnosticCodes);
    expect(listed).toHaveLength(Object.keys(diagnosticCodes).length);
  });

  test('what each finding and each failure means, as SARIF says it', () => {
    const meanings = (title: string, column: number) =>
      rows(section(title)).map((cells) => [cells[0], cells[column]]);
    expect(Object.fromEntries(meanings('Findings', 2))).toEqual(findingRules);
    expect(Object.fromEntries(meanings('The report', 1))).toEqual(failureRules);
  });

  test('each package that the source imports, and none that package.json lacks', () => {
    const imported = filesOf('src').flatMap((text) =>
      [...text.matchAll(/\b(?:from\s+|import\s*\(?\s*)'((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/g)].map(
        (match) => match[1]!,
      ),
    );
    const needed = [...new Set(imported)].filter((name) => name in packages.dependencies);
    expect(firstCells(section('Dependencies')).sort()).toEqual(needed.sort());
  });

  test('each folder of src/', () => {
    const folders = readdirSync(join(root, 'src')).sort();
    expect(firstCells(section('How the code is laid out')).sort()).toEqual(folders);
  });

  test.each(['build', 'dev', 'check', 'verify', 'mutate', 'start'])(
    'the options that %s really has',
    (command) => {
      const options = [...helpOf(command).matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1]!);
      const commands = section('Commands');
      expect(options.filter((option) => !commands.includes(`\`${option}`))).toEqual([]);
    },
  );

  test.each([
    ['Writing a post', frontMatterShape],
    ['Settings of the site', siteConfigShape],
  ])('under “%s” each key with what it is, and its default', (title, shape) => {
    expect(keyRows(section(title, title.startsWith('Settings') ? 3 : 2))).toEqual(documentedRows(shape));
  });

  test('the pages and files that the site makes itself, but for those that only its pages ask for', () => {
    const { assets: _assets, search: _search, ...folders } = ownFolders;
    const made = [...Object.values(folders), ...Object.values(ownFiles)].map((address) => `/${address}`);
    const listed = firstCells(section('Pages that make themselves', 3)).flatMap((cell) => cell.split(', '));
    expect(listed.sort()).toEqual(made.map((address) => address.replace('index.html', '')).sort());
  });

  test('the engines of machines, the default one first', async () => {
    const engines = await readEngines(root);
    const listed = rows(section('Engines', 3)).map(([name, what]) => [name, /Debian (\w+)/.exec(what!)?.[1]]);
    expect(listed).toEqual(engines.map(({ name, suite }) => [name, suite]));
  });

  test('the operators of mutants', () => {
    expect(firstCells(section('Mutants'))).toEqual(Object.keys(operators));
  });

  test('the options of verify, and only those', () => {
    const options = [...helpOf('verify').matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1]!);
    const listed = firstCells(section('Commands')).filter((cell) => cell.startsWith('--'));
    expect(listed.map((cell) => cell.split(' ')[0]!).sort()).toEqual(options.sort());
  });

  test('only scripts that package.json has', () => {
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1]!);
    expect([...new Set(named)].filter((name) => !(name in packages.scripts))).toEqual([]);
  });
});

describe('the README points', () => {
  test('to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
    const paths = [...readme.matchAll(/`((?:src|test|scripts|\.ci)\/[\w./-]+)`/g)].map((match) => match[1]!);
    expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('to a screenshot that is quick to load', () => {
    expect(statSync(join(root, '.github/screenshot.png')).size).toBeLessThan(200_000);
  });
});
