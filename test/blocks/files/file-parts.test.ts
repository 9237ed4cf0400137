import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const conf = 'Save this as `nginx.conf`:\n\n```nginx\nserver {\n  listen 80;\n}\n```\n\n';
const app = 'Create `app.py`:\n\n```python\nimport time\nprint(1)\n```\n\n';
const scripts = 'Create `package.json`:\n\n```json\n{ "name": "a", "scripts": {} }\n```\n\n';
const init = '```bash\nnpm init -y\n```\n\n';

function last(source: string) {
  const plan = makePlan({ path: 'post.md', source });
  return { kind: plan.blocks.at(-1)!.kind, findings: plan.findings.map(({ code }) => code) };
}

describe('a part of a file does not replace the whole, and a finding asks for it', () => {
  it.each([
    `${conf}In \`nginx.conf\`, change the port to 81:\n\n\`\`\`nginx\nlisten 81;\n\`\`\`\n`,
    `${init}Update the scripts in \`package.json\`:\n\n\`\`\`json\n{ "scripts": { "start": "node ." } }\n\`\`\`\n`,
    `${scripts}Edit \`package.json\`:\n\n\`\`\`json\n{ "scripts": { "start": "node ." } }\n\`\`\`\n`,
    `${app}Update \`app.py\` so that it prints 2:\n\n\`\`\`python\nprint(2)\n\`\`\`\n`,
    'Modify `/etc/nginx/nginx.conf`:\n\n```nginx\nlisten 81;\n```\n',
  ])('%s', (source) => {
    expect(last(source)).toEqual({ kind: 'text', findings: ['file-name-uncertain'] });
  });
});

describe('a new version of the whole file is written', () => {
  it.each([
    `${app}Update \`app.py\` so that it prints 2:\n\n\`\`\`python\nimport time\nprint(2)\n\`\`\`\n`,
    `${conf}Change the port. The whole \`nginx.conf\` should look like this:\n\n\`\`\`nginx\nlisten 81;\n\`\`\`\n`,
    `${app}Replace the contents of \`app.py\` with this:\n\n\`\`\`python\nprint(2)\n\`\`\`\n`,
    `${scripts}Update \`package.json\`:\n\n\`\`\`json\n{ "name": "a", "scripts": { "a": "b" } }\n\`\`\`\n`,
    'Edit a file `app.py`:\n\n```python\nprint(2)\n```\n',
    `${init}Update the \`Dockerfile\`:\n\n\`\`\`dockerfile\nFROM node\nCOPY . .\n\`\`\`\n`,
  ])('%s', (source) => {
    expect(last(source)).toEqual({ kind: 'file', findings: [] });
  });
});
