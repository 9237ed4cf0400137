import { beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { describeWithEngine } from '../helpers/engine.ts';
import { commandsOf, postNamed, verifyFolder } from '../helpers/verify-folder.ts';

// Posts that harm their machine, or try to get out of it, beside one that does nothing of the kind.
describeWithEngine('a hostile post', () => {
  let report: Report;

  beforeAll(async () => {
    report = await verifyFolder('hostile');
  }, 900_000);

  const verdicts = (name: string): unknown[] =>
    commandsOf(postNamed(name, report)).map(({ verdict }) => verdict);
  const messages = (name: string): string =>
    commandsOf(postNamed(name, report))
      .map(({ cause }) => cause?.message ?? '')
      .join('\n');

  test('leaves the other posts alone', () => {
    expect(verdicts('neighbour')).toEqual(['passed', 'passed', 'passed']);
  });

  test('can neither change the kernel nor reach disks, files, engine or machines of its author', () => {
    expect(new Set(verdicts('host'))).toEqual(new Set(['passed']));
  });

  test.each([
    ['bomb', /processes|had not ended/],
    ['disk', /fills the disk/],
    ['engine', /the page has stopped it/],
    ['prompt', /had not ended|asks/],
    ['stubborn', /had not ended/],
    ['suicide', /ended the reader’s shell/],
    ['wipe', /./],
  ])('%s fails, and says why', (name, message) => {
    expect(postNamed(name, report).verdict).toBe('failed');
    expect(messages(name)).toMatch(message);
    expect(verdicts(name)).not.toContain('blocked');
  });

  test('may change its shell as it likes', () => {
    const [first] = postNamed('shell', report).blocks;
    const wrong = first!.commands.filter(({ verdict }) => verdict !== 'passed');
    // With all that tells why: it depends on how busy the computer is.
    expect(wrong.map(({ ran, output, notes, cause }) => ({ ran, output, notes, cause }))).toEqual([]);
  });

  test('that wants systemd says nothing about the page', () => {
    expect(verdicts('systemd')).toEqual(['blocked', 'passed', 'passed']);
  });

  test('that prints markup and control characters has passed, and its output is kept within bounds', () => {
    expect(new Set(verdicts('markup'))).toEqual(new Set(['passed']));
    for (const { output } of commandsOf(postNamed('markup', report)))
      expect(output).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/);
  });
});
