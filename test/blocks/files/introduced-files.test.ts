import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const compose = `services:
  web:
    image: nginx
    ports:
      - 80:80
  db:
    image: postgres
volumes:
  data:`;

function lastOf(...parts: string[]) {
  const plan = makePlan({ path: 'post.md', source: `${parts.join('\n\n')}\n` });
  return { block: plan.blocks.at(-1)!, codes: plan.findings.map(({ code }) => code) };
}

const yaml = (text: string, title = ''): string => `\`\`\`yaml${title}\n${text}\n\`\`\``;

describe('a sentence that only names a file', () => {
  it.each([
    ['And `app.py`:', 'python', 'app.py'],
    ['Then the `app.py` file:', 'python', 'app.py'],
    ['With this content in `src/app.py`:', 'python', 'src/app.py'],
    ['And a `requirements.txt`:', '', 'requirements.txt'],
    ['Finally, `app.py` with the following content:', 'python', 'app.py'],
  ])('introduces it: %s', (sentence, tag, name) => {
    const text = name.endsWith('.txt') ? 'flask' : 'print("hi")';
    const { block, codes } = lastOf(sentence, `\`\`\`${tag}\n${text}\n\`\`\``);
    expect(block).toMatchObject({ kind: 'file', file: { name } });
    expect(codes).toEqual([]);
  });

  it.each(['Run `app.py`:', 'This is imported by `app.py`:', 'Compare it to `app.py`:'])(
    'does not where it says something else: %s',
    (sentence) => {
      expect(lastOf(sentence, '```python\nprint("hi")\n```').block.kind).toBe('text');
    },
  );
});

it('a sentence that names a file that was cloned introduces none', () => {
  const clone = '```bash\ngit clone https://example.com/quay.git\n```';
  expect(lastOf(clone, 'In `app.py`:', '```python\nprint("hi")\n```').block.kind).toBe('text');
});

describe('a sentence that only names a file which the page wrote before', () => {
  const program = ['Create `app.py`:', '```python\nimport app\nprint(1)\nprint(2)\n```'];
  const image = ['Create a `Dockerfile`:', '```dockerfile\nFROM node AS build\nRUN make\n```'];

  it.each([
    [program, 'Then in `app.py`:', 'python\n@app.get("/")\ndef home():\n    return 1'],
    [program, 'And `app.py`:', 'python\nprint(3)'],
    [image, 'In the `Dockerfile`:', 'dockerfile\nFROM node:20 AS build'],
  ])('does not let a part replace it, and is a finding: %s %s', (written, sentence, part) => {
    const { block, codes } = lastOf(...written, sentence, `\`\`\`${part}\n\`\`\``);
    expect(block.kind).toBe('text');
    expect(codes).toEqual(['file-name-uncertain']);
  });

  it('does not let a part replace it where a build follows', () => {
    const part = '```dockerfile\nFROM node:20 AS build\n```';
    const source = [...image, 'In the `Dockerfile`:', part, '```bash\ndocker build .\n```'].join('\n\n');
    const { blocks } = makePlan({ path: 'post.md', source: `${source}\n` });
    expect(blocks.map(({ kind }) => kind)).toEqual(['file', 'text', 'commands']);
  });

  it('introduces a new version that is surely all of it, and one in another folder', () => {
    const whole = lastOf(...image, 'And the new `Dockerfile`:', '```dockerfile\nFROM node:20\n```');
    expect(whole.block).toMatchObject({ kind: 'file', file: { name: 'Dockerfile' } });
    const other = lastOf('Create `a/app.py`:', program[1]!, 'And in `b/app.py`:', '```python\nprint(3)\n```');
    expect(other.block).toMatchObject({ kind: 'file', file: { name: 'b/app.py' } });
  });
});

describe('a part of a Compose file that the page has shown whole', () => {
  const whole = ['Create `compose.yaml`:', yaml(compose)];
  const part = 'services:\n  web:\n    build: .';

  it.each([
    'Update the `compose.yaml`:',
    'Now add a volume in `compose.yaml`:',
    'In `compose.yaml`, the web service looks like this:',
    'And in `compose.yaml`:',
  ])('does not replace it, and is a finding: %s', (sentence) => {
    const { block, codes } = lastOf(...whole, sentence, yaml(part));
    expect(block.kind).toBe('text');
    expect(codes).toEqual(['file-name-uncertain']);
  });

  it('is what the author names behind its fence', () => {
    for (const text of [part, 'services:\n  web:\n    image: ngnix']) {
      const { block, codes } = lastOf(
        ...whole,
        'Now for `compose.yaml`:',
        yaml(text, ' title="compose.yaml"'),
      );
      expect(block).toMatchObject({ kind: 'file', file: { name: 'compose.yaml', step: 'saved' } });
      expect(codes).toEqual([]);
    }
  });

  it.each([
    'Your `compose.yaml` should now look like this:',
    'Replace the whole `compose.yaml`:',
    'Create a simpler `compose.yaml`:',
  ])('is all of it where the text says so: %s', (sentence) => {
    expect(lastOf(...whole, sentence, yaml(part)).block).toMatchObject({
      kind: 'file',
      file: { name: 'compose.yaml' },
    });
  });

  it('is all of it in another folder, or where nothing is missing', () => {
    const cd = '```bash\ncd ../other\n```';
    expect(lastOf(...whole, cd, 'Here is the `compose.yaml`:', yaml(part)).block.kind).toBe('file');
    const changed = compose.replace('image: nginx', 'build: .');
    expect(lastOf(...whole, 'Update the `compose.yaml`:', yaml(changed)).block.kind).toBe('file');
  });
});

it('a blank behind the backslash that ends a line is a finding', () => {
  const { codes } = lastOf('```bash\ndocker run -d \\ \n  --name web \\\n  nginx\n```');
  expect(codes).toEqual(['shell-typography']);
});

it('output that no command in a block prints is a finding', () => {
  const table = '```\nCONTAINER ID   IMAGE   NAMES\n3c1f2b9e8a77   nginx   web\n```';
  const run = '```bash\ndocker run -d nginx\n```';
  expect(lastOf(run, 'You should see something like this:', table).codes).toEqual(['output-unproven']);
  expect(lastOf(run, '```bash\ndocker ps\n```', 'You should see:', table).codes).toEqual([]);
});
