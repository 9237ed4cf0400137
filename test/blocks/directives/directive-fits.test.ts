import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function planOf(comment: string, fence: string, code: string) {
  return makePlan({ path: 'post.md', source: `${comment}\n${fence}\n${code}\n\`\`\`\n` });
}

describe('a verify comment', () => {
  it('adds a hidden check to the last command of its block', () => {
    const plan = planOf(
      '<!-- verify: run `docker volume ls -q` expect="pgdata" -->',
      '```bash',
      'docker volume create pgdata',
    );
    expect(plan.findings).toEqual([]);
    expect(plan.blocks[0]).toMatchObject({
      commands: [{ expectations: [{ kind: 'run', script: 'docker volume ls -q', words: ['pgdata'] }] }],
    });
  });

  it('that has no effect on its block is a finding', () => {
    const plan = planOf(
      '<!-- verify: skip reason="paid" until=2027-01-01 -->',
      '```yaml title="x.yaml"',
      'a: 1',
    );
    expect(plan.findings).toMatchObject([
      { code: 'directive-invalid', message: expect.stringContaining('`skip`') },
    ]);
  });

  it('that makes a file without a name is a finding', () => {
    expect(planOf('<!-- verify: kind=file -->', '```yaml', 'a: 1').findings).toMatchObject([
      { code: 'directive-invalid' },
    ]);
  });
});

describe('a verify comment is read', () => {
  it.each([
    '<!-- verify: exit=1 -->',
    '<!-- verify:exit=1 -->',
    '<!-- Verify: exit=1 -->',
    '<!--VERIFY : exit=1-->',
    '<!-- verify exit=1 -->',
    '{/* verify: exit=1 */}',
    'It fails. <!-- verify: exit=1 -->',
  ])('in the form %s', (comment) => {
    const plan = planOf(comment, '```bash', 'docker rm nothing');
    expect(plan.findings).toEqual([]);
    expect(plan.blocks[0]).toMatchObject({ commands: [{ trait: { kind: 'meant-to-fail', exitStatus: 1 } }] });
  });

  it.each([
    '<!-- verify that this still works -->',
    '<!-- Verify these outputs -->',
    '<!-- verified: 2026 -->',
  ])('only where it is meant for Seaworthy: %s', (comment) => {
    const plan = planOf(comment, '```bash', 'docker ps');
    expect(plan.findings).toEqual([]);
    expect(plan.blocks[0]).toMatchObject({ commands: [{ trait: { kind: 'plain' } }] });
  });
});

describe('a value that a verify comment can not have is one finding that says why', () => {
  it.each([
    [
      'skip reason="paid" until=2026-02-31',
      '`until` must be a date, but “2026-02-31” was found.',
      '2027-06-30',
    ],
    ['skip reason="paid" until=soon', '`until` must be a date, but “soon” was found.', '2027-06-30'],
    ['exit=300', '`exit` must be a status from 0 to 255, but “300” was found.', 'exit=1'],
    ['timeout=0s', '`timeout` must be a duration', 'timeout=3m'],
    ['file=../../etc/passwd', '`file` must be a file below the folder', 'file=app.py'],
    ['file=/etc/passwd', '`file` must be a file below the folder', 'file=app.py'],
    ['run docker ps', '`run` needs its command between backticks.', 'run `docker volume ls`'],
    ['bind FOO', '`bind` needs a placeholder and its value.', 'bind CONTAINER=web'],
    ['kind=comands', '`kind` must be one of commands,', 'kind=text'],
    ['exitt=1', '`exitt` is no key of a verify comment (did you mean `exit`?).', 'Valid keys are'],
  ])('%s', (body, message, hint) => {
    const { findings } = planOf(`<!-- verify: ${body} -->`, '```bash', 'docker ps');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'directive-invalid',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });
});
