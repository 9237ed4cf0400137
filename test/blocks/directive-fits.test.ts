import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';

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
