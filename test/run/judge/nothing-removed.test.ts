import { describe, expect, it } from 'vitest';
import type { PlannedCommand } from '../../../src/model/plan.ts';
import { nothingRemoved } from '../../../src/run/judge/nothing-removed.ts';

const said = (name: string): string => `Error response from daemon: No such container: ${name}`;
const command = { expectations: [] as unknown } as PlannedCommand;
const done = [{ line: 3, ran: 'docker run -d --name web nginx' }];

function of(ran: string, output: string, later: string[] = []): string | undefined {
  const cause = nothingRemoved(ran, output, {
    done: done as never,
    later: later.map((source) => ({ source }) as PlannedCommand),
    command,
  });
  return cause === null ? undefined : `${cause.message}; ${cause.hint}`;
}

describe('docker rm -f that removes nothing', () => {
  it('is a slip when nothing on the page has that name', () => {
    expect(of('docker rm -f wbe', said('wbe'))).toBe(
      'there is no container “wbe” on this page: it removes nothing; did you mean “web”?',
    );
  });

  it.each([
    ['docker rm -f web', said('web'), []],
    ['docker rm -f db', said('db'), ['docker run -d --name db postgres']],
    ['docker rm -f old || true', said('old'), []],
    ['docker rm -f cache', said('cache'), ['docker compose up -d']],
    ['docker stop wbe', said('wbe'), []],
    ['docker rm -f wbe', 'wbe', []],
  ])('may be meant: %s', (ran, output, later) => {
    expect(of(ran, output, later)).toBeUndefined();
  });
});
