import { expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const whole =
  'Create `compose.yaml`:\n\n```yaml\nservices:\n  web:\n    image: nginx\n  db:\n    image: postgres\n```';
const part = 'Update the `compose.yaml`:\n\n```yaml\nservices:\n  web:\n    build: .\n```';

function marksOf(...parts: string[]) {
  return makePlan({ path: 'post.md', source: `${parts.join('\n\n')}\n` })
    .blocks.flatMap((block) => ('commands' in block ? block.commands : []))
    .map(({ unsureFile }) => unsureFile?.isUsed ?? null);
}

const bash = (...lines: string[]): string => `\`\`\`bash\n${lines.join('\n')}\n\`\`\``;

it('a command that uses a file of which only a part was shown is not proven on the old one', () => {
  const commands = bash('ls', 'docker compose up -d', 'curl localhost', 'cat compose.yaml');
  expect(marksOf(whole, part, commands)).toEqual([null, true, false, true]);
  expect(marksOf(whole, part, bash('docker compose -f other.yaml up'))).toEqual([null]);
});

it('a command is proven once the page shows all of it, or writes it', () => {
  expect(
    marksOf(whole, part.replace('Update the', 'Replace the whole'), bash('docker compose up -d')),
  ).toEqual([null]);
  expect(marksOf(whole, part, whole, bash('docker compose up -d'))).toEqual([null]);
  const written = bash('cat > compose.yaml <<EOF', 'services: {}', 'EOF', 'docker compose up -d');
  expect(marksOf(whole, part, written)).toEqual([null, null]);
});

it('is so for any file that is named, and for the Dockerfile of a build', () => {
  const image = 'Create a `Dockerfile`:\n\n```dockerfile\nFROM node AS build\nRUN make\n```';
  const stage = 'In the `Dockerfile`:\n\n```dockerfile\nFROM node:20 AS build\n```';
  const commands = bash('docker build .', 'docker build -f other/Dockerfile.dev .');
  expect(marksOf(image, stage, commands)).toEqual([true, false]);
  const conf = 'Save this as `web.conf`:\n\n```nginx\nserver {\n  listen 80;\n}\n```';
  const line = 'In `web.conf`, change the port:\n\n```nginx\nlisten 81;\n```';
  expect(marksOf(conf, line, bash('cat my-web.conf', 'docker run -v ./web.conf:/c nginx'))).toEqual([
    null,
    true,
  ]);
});

it('is not so where the page only shows again what it wrote, to speak of it', () => {
  const again =
    'Look at the service in `compose.yaml`:\n\n```yaml\nservices:\n  # …\n  db:\n    image: postgres\n```';
  const source = `${whole}\n\n${again}\n\n${bash('docker compose up -d')}\n`;
  expect(marksOf(whole, again, bash('docker compose up -d'))).toEqual([null]);
  expect(makePlan({ path: 'post.md', source }).findings).toEqual([]);
});
