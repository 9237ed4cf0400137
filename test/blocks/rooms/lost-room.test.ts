import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function planOf(sentence: string, screen: string) {
  return makePlan({ path: 'post.md', source: `${sentence}\n\n\`\`\`console\n${screen}\n\`\`\`\n` });
}

describe('a root prompt that no container is opened for', () => {
  it.each([
    ['To run a command inside the container, use `docker exec`:', '# docker exec web ls /'],
    ['Whatever runs inside the container runtime is listed:', '# docker ps'],
    ['Look at it:', 'bash-5.1# docker ps'],
    ['Now copy a file into the container:', '# docker-compose cp x web:/x'],
  ])('is the reader’s where docker is typed (%s %s)', (sentence, screen) => {
    const plan = planOf(sentence, screen);
    expect(plan.blocks[0]!.kind).toBe('transcript');
    expect(plan.findings).toEqual([]);
  });

  it.each([
    ['Inside the container, type:', '# apk add curl'],
    ['Now look around:', '/ # ls'],
    ['Now look around:', 'root@0123456789ab:/# ls'],
  ])('is text, and a finding says so, where something else is (%s %s)', (sentence, screen) => {
    const plan = planOf(sentence, screen);
    expect(plan.blocks[0]).toMatchObject({ kind: 'text', because: expect.stringContaining('container') });
    expect(plan.findings).toMatchObject([{ code: 'room-not-opened', place: { line: 3 } }]);
  });
});
