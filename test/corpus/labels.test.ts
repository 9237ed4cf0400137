import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { planned, readLabels } from './labels.ts';

// Other people's tutorials lie beside the checkout and are not part of it; the labels hold facts about them only.
const shared = resolve(import.meta.dirname, '../../../shared');
const isThere = existsSync(join(shared, 'corpus'));
const folder = join(import.meta.dirname, 'labels');
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
const columns = ['kind', 'traits', 'placeholders'] as const;
const share = 0.98;

function compare(file: string) {
  const name = basename(file, '.tsv');
  const path = ['corpus', 'seed']
    .flatMap((place) => [`${name}.md`, `${name}.markdown`].map((one) => join(shared, place, one)))
    .find((one) => existsSync(one));
  if (path === undefined) throw new Error(`${name} is not in ${shared}`);
  const plan = planned(makePlan({ path, source: readFileSync(path, 'utf8') }));
  return { plan, labels: readLabels(join(folder, file)) };
}

describe.skipIf(!isThere)(
  `the plans of ${files.length} labelled tutorials (skipped without ../shared)`,
  () => {
    test.each(files)('%s', (file) => {
      const { plan, labels } = compare(file);
      expect(plan.map((block) => block.line)).toEqual(labels.map((label) => label.line));
      const expected = labels.map(({ line, kind, traits, placeholders, differs }, index) => {
        const label = { line, kind, traits, placeholders };
        const excused = columns.filter((column) => new RegExp(`\\b${column}:`).test(differs));
        for (const column of excused)
          expect(plan[index]![column], `line ${line}: no longer differs in ${column}`).not.toBe(
            label[column],
          );
        return { ...label, ...Object.fromEntries(excused.map((column) => [column, plan[index]![column]])) };
      });
      expect(plan).toEqual(expected);
    });

    test(`at least ${share * 100} % of the blocks have the kind that a reader gives them`, () => {
      const pairs = files.flatMap((file) => {
        const { plan, labels } = compare(file);
        return labels.map((label) => plan.find((block) => block.line === label.line)?.kind === label.kind);
      });
      expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThanOrEqual(share);
    });
  },
);
