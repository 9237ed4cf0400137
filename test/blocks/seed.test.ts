import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import type { Plan, PlannedCommand } from '../../src/model/plan.ts';

// The post this project exists for. It lies beside the checkout and is not part of it.
const seed = resolve(import.meta.dirname, '../../../shared/seed/p1.md');

/** First line, kind, and the number of commands of each bash block. */
const blocks = [
  [202, 'commands', 9],
  [230, 'commands', 2],
  [253, 'commands', 2],
  [270, 'usage', 1],
  [285, 'commands', 1],
  [291, 'commands', 1],
  [301, 'commands', 1],
  [311, 'commands', 2],
  [323, 'commands', 1],
  [329, 'commands', 1],
  [339, 'commands', 1],
  [352, 'commands', 1],
  [364, 'commands', 1],
  [374, 'commands', 1],
  [380, 'inside', 3],
  [388, 'commands', 2],
  [395, 'commands', 1],
  [411, 'catalogue', 8],
];

describe.skipIf(!existsSync(seed))('the plan of the seed', () => {
  const plan: Plan = existsSync(seed)
    ? makePlan({ path: 'p1.md', source: readFileSync(seed, 'utf8') })
    : { path: '', blocks: [], findings: [] };
  const commands = plan.blocks.flatMap((block) => ('commands' in block ? block.commands : []));
  const at = (line: number): PlannedCommand => commands.find((command) => command.place.line === line)!;

  test('has the kinds that a reader would give its blocks', () => {
    const bash = plan.blocks.filter((block) => block.language === 'bash');
    expect(
      bash.map((block) => [block.place.line, block.kind, 'commands' in block ? block.commands.length : 0]),
    ).toEqual(blocks);
  });

  test('takes its three drawings for text', () => {
    expect(plan.blocks.filter((block) => block.kind === 'text').map((block) => block.place.line)).toEqual([
      62, 86, 148,
    ]);
  });

  test('knows what each placeholder must be bound to', () => {
    const wanted = commands.flatMap((command) =>
      command.placeholders.map(({ wants }) => [command.place.line, ...Object.values(wants)].join(' ')),
    );
    expect(wanted).toEqual([
      '312 container id running',
      '314 container name running',
      '324 container id stopped',
      '330 container id running-first',
      '412 image name',
      '413 container name stopped',
      '414 container name running-first',
      '415 container name running',
      '416 container name paused',
      '417 container name running',
      '418 container name running',
      '419 container name stopped',
    ]);
  });

  test('knows its three pairs of alternatives', () => {
    const groups = commands.flatMap(({ place, alternative }) =>
      alternative === null ? [] : [[place.line, alternative.choice]],
    );
    expect(groups).toEqual(
      [
        ...[204, 207, 210, 211, 212, 215, 221, 222, 225].map((line) => [line, 0]),
        ...[231, 232].map((line) => [line, 1]),
        ...[312, 389, 390].map((line) => [line, 0]),
        ...[314, 396].map((line) => [line, 1]),
      ].sort((a, b) => a[0]! - b[0]!),
    );
    const names = new Set(
      commands.flatMap(({ alternative }) => (alternative === null ? [] : [alternative.group])),
    );
    expect(names.size).toBe(3);
  });

  test('holds each command against what the page promises of it', () => {
    expect(at(254).expectations).toMatchObject([{ kind: 'output', from: 'comment', source: { line: 255 } }]);
    expect(at(257).expectations).toMatchObject([{ kind: 'unchecked', source: { line: 260 } }]);
    expect(at(353).expectations).toMatchObject([
      { kind: 'words', words: ['nginx', 'Up'], source: { line: 356 } },
      { kind: 'http', url: 'http://localhost:8080', words: ['Nginx', 'welcome'], source: { line: 360 } },
    ]);
    expect(at(375).expectations).toMatchObject([{ kind: 'unchecked', source: { line: 378 } }]);
    expect(commands.flatMap((command) => command.expectations)).toHaveLength(5);
  });

  test('types the block after `docker exec -it` inside, until `exit`', () => {
    expect(
      commands
        .filter((command) => command.trait.kind !== 'plain')
        .map(({ place, trait }) => [place.line, trait.kind]),
    ).toEqual([
      [375, 'opens'],
      [383, 'leaves'],
    ]);
    expect(commands.filter((command) => command.depth === 1).map((command) => command.place.line)).toEqual([
      381, 382, 383,
    ]);
  });

  test('finds one thing to mention: marks in a drawing', () => {
    expect(plan.findings.map((one) => [one.code, one.place.line])).toEqual([['diagram-markup', 94]]);
  });
});
