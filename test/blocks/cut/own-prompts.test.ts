import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function planOf(tag: string, text: string) {
  return makePlan({ path: 'post.md', source: `Look:\n\n\`\`\`${tag}\n${text}\n\`\`\`\n` });
}

function commandsOf(tag: string, text: string): string[] {
  return planOf(tag, text).blocks.flatMap((block) =>
    'commands' in block ? block.commands.map(({ source }) => source) : [],
  );
}

describe('a prompt of a person’s own making', () => {
  it.each([
    '~/app $',
    '~ $',
    'host$',
    'app $',
    'laptop:app ann$',
    '~/src>',
    'ubuntu:~$',
    'ann@laptop ~ %',
    '[~/app]$',
    '➜  myapp git:(main) ✗',
    '➜  myapp git:(main)',
    '❯',
    'server#',
  ])('%s', (prompt) => {
    const text = `${prompt} docker ps\nCONTAINER ID   IMAGE\n${prompt} mkdir app\n`;
    for (const tag of ['bash', 'console', '']) {
      expect(commandsOf(tag, text), tag).toEqual(['docker ps', 'mkdir app']);
    }
  });

  it('may stand below a comment, and a room’s may end with a blank and `#`', () => {
    const text = '#Look inside\nhost$ docker run -it --name web busybox sh\nweb # ls /\nbin';
    expect(commandsOf('bash', text)).toEqual(['docker run -it --name web busybox sh', 'ls /']);
    expect(commandsOf('bash', 'docker ps\nweb # ls /')).toEqual(['docker ps', 'web']);
  });

  it.each(['100% docker images', 'cat a.txt > docker', 'echo 5 % docker', 'key: > docker ps'])(
    'is not what stands in “%s”',
    (text) => {
      expect(commandsOf('', text)).not.toContain('docker ps');
      expect(commandsOf('', text)).not.toContain('docker images');
      expect(commandsOf('', text)).not.toContain('docker');
    },
  );

  it('nobody knows is a finding, where a Docker command follows it', () => {
    expect(planOf('', 'at my place, we have » docker ps').findings).toMatchObject([
      { code: 'block-not-read', place: { line: 4 } },
    ]);
  });
});

describe('calls of Docker under a tag that is not that of a shell', () => {
  it.each(['docker', 'dockerfile', 'text', 'plaintext'])('are typed under %s', (tag) => {
    expect(commandsOf(tag, 'docker build -t app .\nsudo docker ps')).toEqual([
      'docker build -t app .',
      'sudo docker ps',
    ]);
  });

  it.each(['yaml', 'ini', 'json'])('are a finding under %s', (tag) => {
    expect(commandsOf(tag, 'docker ps')).toEqual([]);
    expect(planOf(tag, 'docker ps').findings).toMatchObject([{ code: 'language-unknown' }]);
  });

  it('are the form of a command where they show one', () => {
    expect(planOf('text', 'docker run [OPTIONS] IMAGE [COMMAND]').blocks[0]?.kind).toBe('usage');
  });

  it('are output where a sentence says so', () => {
    const source = '```bash\ndocker help\n```\n\nIt prints the following:\n\n```output\ndocker ps\n```\n';
    expect(makePlan({ path: 'post.md', source }).blocks[1]?.kind).toBe('output');
  });
});
