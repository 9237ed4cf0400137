import { describe, expect, it } from 'vitest';
import { verdictOfUse } from '../../../src/commands/verify/file-use.ts';
import type { PlannedBlock } from '../../../src/model/plan.ts';
import type { CommandReport } from '../../../src/model/report.ts';
import { untypedReport } from '../../../src/model/untyped-report.ts';
import { planOf } from '../../helpers/plan-of.ts';

function fileNamed(name: string): PlannedBlock & { kind: 'file' } {
  const [block] = planOf({ kind: 'commands', commands: ['true'] }).blocks;
  const { id, place, because, hash, section } = block!;
  return {
    id,
    place,
    because,
    hash,
    section,
    language: null,
    kind: 'file',
    file: { name, content: '', step: 'saved' },
  };
}

function reports(...sources: [string, CommandReport['verdict']][]): CommandReport[] {
  const plan = planOf({ kind: 'commands', commands: sources.map(([source]) => source) });
  const [block] = plan.blocks;
  const commands = block !== undefined && 'commands' in block ? block.commands : [];
  return commands.map((command, index) => ({ ...untypedReport(command), verdict: sources[index]![1] }));
}

describe('verdictOfUse', () => {
  it.each([
    ['Dockerfile', 'docker build -t raft .'],
    ['Dockerfile-two', 'docker build -f Dockerfile-two .'],
    ['compose.yaml', 'docker compose up -d'],
    ['app/index.js', 'node index.js'],
    ['seed.sql', 'docker run -v ./seed.sql:/docker-entrypoint-initdb.d/seed.sql postgres'],
  ])('%s is used by %s', (name, source) => {
    const later = reports(['echo first', 'passed'], [source, 'failed'], [source, 'passed']);
    expect(verdictOfUse(fileNamed(name), later)).toMatchObject({ verdict: 'failed', cause: { line: 2 } });
  });

  it.each([
    ['Dockerfile', 'docker build -f other.Dockerfile .'],
    ['compose.yaml', 'docker compose -f other.yaml up'],
    ['compose.yaml', 'docker ps'],
  ])('%s is not used by %s', (name, source) => {
    expect(verdictOfUse(fileNamed(name), reports([source, 'failed']))).toBe(null);
  });

  it('takes the first use for all', () => {
    const later = reports(['docker compose up -d', 'passed'], ['docker compose ps', 'failed']);
    expect(verdictOfUse(fileNamed('compose.yaml'), later)).toEqual({ verdict: 'passed', cause: null });
  });
});
