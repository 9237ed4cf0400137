import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

const blocksOf = (source: string) => makePlan({ path: 'post.md', source }).blocks;

describe('a list of attributes below a block', () => {
  it('says what the block is, and is nothing to read', () => {
    const [command, output] = blocksOf(
      '~~~\n$ cat list\n~~~\n{: .language-bash}\n~~~\none\n~~~\n{: .output}\n',
    );
    expect(command).toMatchObject({ kind: 'transcript', language: 'bash' });
    expect(output).toMatchObject({ kind: 'output', language: 'output' });
  });

  it('says so in quotes, and for errors', () => {
    const [command, output] = blocksOf(
      '> Try it:\n> ~~~\n> cat none\n> ~~~\n> {: .bash}\n> It says\n> ~~~\n> cat: none: No such file or directory\n> ~~~\n> {: .error}\n{: .challenge}\n',
    );
    expect(command).toMatchObject({ commands: [{ trait: { kind: 'meant-to-fail' } }] });
    expect(output).toMatchObject({ kind: 'output', language: 'output' });
  });

  it('names a file', () => {
    const [file] = blocksOf('```yaml\nservices:\n  web:\n    image: nginx\n```\n{: file="compose.yaml" }\n');
    expect(file).toMatchObject({ kind: 'file', file: { name: 'compose.yaml' } });
  });

  it('says less than the block’s own tag', () => {
    expect(blocksOf('```console\n$ ls\n```\n{: .nolineno}\n')[0]).toMatchObject({ language: 'console' });
  });
});
