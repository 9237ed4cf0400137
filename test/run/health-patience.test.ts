import { describe, expect, it } from 'vitest';
import type { PlannedCommand, PlannedExpectation } from '../../src/model/plan.ts';
import { awaitsHealth, healthDeadline } from '../../src/run/health-patience.ts';

const place = { path: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
const promising = (expectation: PlannedExpectation) =>
  ({ expectations: [expectation] }) as unknown as PlannedCommand;
const shows = (text: string) => promising({ kind: 'output', source: place, text, from: 'transcript' });
const says = (word: string) => promising({ kind: 'words', source: place, sentence: word, words: [word] });

describe('awaitsHealth', () => {
  it.each([
    [shows('Up 5 seconds (healthy)'), 'Up 1 second (health: starting)', true],
    [says('healthy'), 'starting', true],
    [says('healthy'), 'Up 1 second (unhealthy)', false],
    [says('unhealthy'), 'Up 1 second (health: starting)', false],
    [says('Up'), 'Up 1 second (health: starting)', false],
  ])('tells whether waiting makes sense (%#)', (command, output, expected) => {
    expect(awaitsHealth(command, output)).toBe(expected);
  });
});

describe('healthDeadline', () => {
  it.each([
    [
      '{"Test":["CMD","true"],"Interval":5000000000,"Timeout":1000000000,"StartPeriod":10000000000,"Retries":2}',
      22_000,
    ],
    ['{"Test":["CMD","true"]}', 180_000],
    ['null', 0],
    ['', 0],
    ['{', 0],
  ])('reads %s', (line, expected) => {
    expect(healthDeadline(line)).toBe(expected);
  });
});
