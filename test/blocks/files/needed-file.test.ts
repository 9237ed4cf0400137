import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const dockerfile = '```dockerfile\nFROM node\nCOPY . .\n```';
const build = '```bash\ndocker build -t app .\n```';

function firstFile(...parts: string[]): string | null {
  const { blocks } = makePlan({ path: 'post.md', source: `${parts.join('\n\n')}\n` });
  const file = blocks.find((block) => block.kind === 'file');
  return file?.kind === 'file' ? `${file.file.name} ${file.file.step}` : null;
}

describe('a whole file that is used below and not made yet', () => {
  it.each([
    ['The image is described in a `Dockerfile`:', dockerfile, build, 'Dockerfile shown'],
    ['Docker reads the steps from this `Dockerfile`:', dockerfile, 'Text.', build, 'Dockerfile shown'],
    [
      'All services live in `compose.yaml`:',
      '```yaml\nservices:\n  web:\n    image: nginx\n```',
      '```bash\ndocker compose up -d\n```',
      'compose.yaml shown',
    ],
  ])('is written: %s', (...parts) => {
    expect(firstFile(...parts.slice(0, -1))).toBe(parts.at(-1));
  });
});

describe('what is only spoken of', () => {
  it.each([
    ['nothing uses it', 'The image is described in a `Dockerfile`:', dockerfile],
    ['it is a part', 'The image is described in a `Dockerfile`:', '```dockerfile\nCOPY . .\n```', build],
    ['the reader has it', 'Have a look at the `Dockerfile`:', dockerfile, build],
  ])('is not written: %s', (_, ...parts) => {
    expect(firstFile(...parts)).toBeNull();
  });
});
