import { beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { describeWithEngine } from '../helpers/engine.ts';
import { commandsOf, postNamed, verifyFolder } from '../helpers/verify-folder.ts';

// What public tutorials really get wrong: a post each, in which nothing else is wrong.
describeWithEngine('a known defect of public tutorials', () => {
  let report: Report;

  beforeAll(async () => {
    report = await verifyFolder('defects');
  }, 600_000);

  test.each([
    ['build-without-context', 15, /no context/, /docker build -t raft \./],
    ['clean-up-leaves', 13, /leaves the volume “hold”/, /remove it there/],
    ['compose-v1', 14, /docker-compose \(version 1\)/, /docker compose/],
    ['container-id-unresolved', 14, /<container id>/, /bind/],
    ['header-after-grep', 12, /columns CONTAINER ID/, /grep lets only the rows through/],
    ['images-purge', 12, /only lists images called “purge”/, /prune/],
    ['logs-of-removed', 12, /“skiff” is gone/, /line 6 removes it/],
    ['name-used-twice', 12, /“buoy” is still there from line 6/, /docker rm -f buoy/],
    ['port-not-published', 8, /localhost:80 did not answer/, /nothing publishes port 80/],
    ['quote-unclosed', 6, /unterminated double quote/, /quotes/],
    ['rm-running', 12, /running container/, /-f/],
  ])('%s fails at line %i', (name, line, message, hint) => {
    const post = postNamed(name, report);
    const failed = commandsOf(post).filter((command) => command.verdict === 'failed');
    expect(failed.map((command) => command.line)).toEqual([line]);
    expect(failed[0]?.cause?.whose).toBe('page');
    expect(failed[0]?.cause?.message).toMatch(message);
    expect(failed[0]?.cause?.hint).toMatch(hint);
    const others = commandsOf(post).filter((command) => command.verdict !== 'failed');
    expect(others.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-run')).toEqual([]);
  });

  test('fence-swallows is found where the fence opens', () => {
    const { findings, verdict } = postNamed('fence-swallows', report);
    expect(verdict).toBe('failed');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'fence-swallows',
        place: expect.objectContaining({ line: 12, column: 1 }),
      }),
    );
  });

  test('a placeholder that nothing fits is never typed', () => {
    expect(commandsOf(postNamed('container-id-unresolved', report))[1]).toMatchObject({
      ran: null,
      exitStatus: null,
    });
  });
});
