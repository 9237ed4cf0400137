import { beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { describeWithEngine } from '../helpers/engine.ts';
import { commandsOf, postNamed, verifyFolder } from '../helpers/verify-folder.ts';

// The posts hold what tutorials rely on: refusals, first users, volumes, clients, log lines, and a push that is refused.
describeWithEngine('the images of the registry', () => {
  let report: Report;

  beforeAll(async () => {
    report = await verifyFolder('stand-ins');
  }, 600_000);

  test.each(['databases', 'servers'])('behave in the post %s as tutorials expect', (name) => {
    const commands = commandsOf(postNamed(name, report));
    expect(commands.length).toBeGreaterThan(15);
    const other = commands.filter(({ verdict }) => verdict !== 'passed');
    expect(other.map(({ source, cause, output }) => [source, cause?.message, output])).toEqual([]);
  });
});
