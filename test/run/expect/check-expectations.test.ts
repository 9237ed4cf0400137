import { describe, expect, test } from 'vitest';
import type { PlannedExpectation } from '../../../src/model/plan.ts';
import { checkOutput } from '../../../src/run/expect/check-expectations.ts';
import { unknownCircumstances } from '../../../src/values/circumstances.ts';

const kill = { ran: 'docker kill talker', output: 'talker\n' };
const listing = 'CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES\n';
const row = '0a1b2c3d4e5f   nginx   "/do…"   1 second ago   Up 1 second   80/tcp   web\n';

function check(text: string, output: string, above: { ran: string; output: string }[]) {
  const expectation: PlannedExpectation = {
    kind: 'output',
    source: { path: 'post.md', line: 1, column: 1, endLine: 1, endColumn: 1 },
    text,
    from: 'output-block',
  };
  return checkOutput([expectation], output, { ...unknownCircumstances, ran: 'docker inspect', above })
    .reports[0]!;
}

describe('an output below a block with several commands', () => {
  test('shows what the last one prints', () => {
    expect(check('137', '137\n', [kill]).held).toBe(true);
  });

  test('shows what all of them print', () => {
    expect(check('talker\n137', '137\n', [kill]).held).toBe(true);
  });

  test('shows what all of them print, though the last one is silent', () => {
    expect(check('one\ntwo', '', [{ ran: 'echo one; echo two', output: 'one\ntwo\n' }]).held).toBe(true);
  });

  test('names the line that the last one does not print', () => {
    const { held, message } = check('talker\n143', '137\n', [kill]);
    expect(held).toBe(false);
    expect(message).toContain('“143”');
  });

  test('is not held by an earlier command where the last one prints something else', () => {
    expect(check(listing + row, listing, [{ ran: 'docker ps', output: listing + row }]).held).toBe(false);
  });

  test('is not held in another order', () => {
    expect(check('137\ntalker', '137\n', [kill]).held).toBe(false);
  });
});

test('a line that is only a placeholder shows what it was bound to', () => {
  const place = { path: 'post.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const shown = [{ kind: 'output', source: place, text: '4e5', from: 'transcript' }] as const;
  const circumstances = {
    ran: 'docker stop 5ba028521447',
    said: '',
    onHost: true,
    bindings: { '4e5': '5ba028521447' },
  };
  expect(checkOutput(shown, '5ba028521447', circumstances).reports).toMatchObject([{ held: true }]);
  expect(checkOutput(shown, 'quay', circumstances).reports).toMatchObject([{ held: false }]);
});

test('the name that Python gives to what is typed may be an older one', () => {
  const shown = 'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nKeyError: 1';
  const printed = shown.replace('<stdin>', '<python-input-5>');
  expect(check(shown, printed, [])).toMatchObject({ held: true });
});

test('a line that is a word of JavaScript is no placeholder', () => {
  expect(check('constructor', 'constructor\n', []).held).toBe(true);
  expect(check('constructor', 'toString\n', []).held).toBe(false);
});
