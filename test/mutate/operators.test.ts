import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { listMutants } from '../../src/mutate/list-mutants.ts';
import { mutate, shown } from '../../src/mutate/mutant.ts';
import { type OperatorName, operators } from '../../src/mutate/operators.ts';
import { home } from '../helpers/memory-context.ts';

const shell = (...lines: string[]): string => ['```bash', ...lines, '```'].join('\n');

/** For each operator a page, and what it makes of it: `before → after`. */
const cases: Record<OperatorName, [name: string, page: string, changes: string[]][]> = {
  'flag-removed': [
    [
      'takes the value along, and letters one by one',
      shell('docker run -it --name web --network=quay nginx ls -l'),
      [
        'i → (nothing)',
        't → (nothing)',
        '--name web → (nothing)',
        '--network=quay → (nothing)',
        '-l → (nothing)',
      ],
    ],
    ['leaves what is no flag', shell('echo - a-b'), []],
  ],
  'flag-misspelt': [
    [
      'swaps letters of long ones, changes the case of short ones',
      shell('docker run -d --name web nginx'),
      ['-d → -D', '--name → --nmae'],
    ],
    ['keeps the value behind the sign', shell('docker ps --filter=name=web'), ['--filter → --fliter']],
  ],
  'value-changed': [
    [
      'changes words and numbers, and of a setting its value',
      shell('docker run -m 512m -e MODE=production --cpus 2 nginx'),
      ['m → mx', 'production → porduction', '2 → 3'],
    ],
    ['leaves names and ports to others', shell('docker run --name web -p 80:80 nginx'), []],
  ],
  'name-changed': [
    [
      'in one place at a time',
      shell(
        'docker network create quay',
        'docker run -d --name web --network quay nginx',
        'docker rm -f web',
      ),
      ['quay → qauy', 'web → wbe', 'quay → qauy', 'web → wbe'],
    ],
    [
      'of a volume, and not of the folder it is mounted at',
      shell('docker run -v data:/data nginx ls data'),
      ['data → dtaa'],
    ],
  ],
  'port-changed': [
    [
      'on both sides, and where it is asked for',
      `${shell('docker run -d -p 8080:80 nginx', 'curl http://localhost:8080/')}\n\nOpen <http://localhost:8080>. You should see "Welcome".`,
      ['8080 → 8081', '80 → 81', '8080 → 8081', '8080 → 8081'],
    ],
    ['with an address in front', shell('docker run -p 127.0.0.1:8080:80 nginx'), ['8080 → 8081', '80 → 81']],
  ],
  'image-misspelt': [
    [
      'of what is run, pulled and tagged, not of what runs in it',
      shell(
        'docker run ghcr.io/quay/pilot:1 pilot',
        'docker pull redis',
        'docker tag redis mine',
        'docker ps -a',
      ),
      ['pilot → pliot', 'redis → rdeis', 'redis → rdeis'],
    ],
    ['not of a placeholder', shell('docker run IMAGE'), []],
  ],
  'tag-changed': [
    [
      'or added',
      shell('docker run nginx:1.29 nginx', 'docker pull redis'),
      [':1.29 → :no-such-tag', '(nothing) → :no-such-tag'],
    ],
  ],
  'quote-removed': [
    ['of each pair the second', shell(`echo "it's" 'fine'`), ['" → (nothing)', "' → (nothing)"]],
  ],
  'command-removed': [
    [
      'with its line and its output',
      '```console\n$ docker ps\nCONTAINER ID   NAMES\n$ docker images\n```',
      ['$ docker ps ⏎ CONTAINER ID NAMES → (nothing)', '$ docker images → (nothing)'],
    ],
    ['not the only one of its block', shell('docker ps'), []],
    ['not one of two on a line', shell('docker ps; docker images'), []],
  ],
  'block-removed': [
    [
      'typed ones and files, not synopses',
      `${shell('docker ps')}\n\n\`\`\`bash\ndocker run [OPTIONS] IMAGE\n\`\`\`\n\n\`\`\`yaml title="a.yaml"\na: 1\n\`\`\``,
      ['```bash ⏎ docker ps ⏎ ``` → (nothing)', '```yaml title="a.yaml" ⏎ a: 1 ⏎ ``` → (nothing)'],
    ],
  ],
  'steps-swapped': [
    [
      'within a block and between two',
      `${shell('docker ps', 'docker images')}\n\n${shell('docker info')}`,
      [
        'docker ps ⏎ docker images → docker images ⏎ docker ps',
        'docker ps ⏎ docker images ⏎ ``` ⏎ ```bash ⏎ docker info → docker info ⏎ ``` ⏎ ```bash ⏎ docker ps ⏎ docker images',
      ],
    ],
    ['not two of the same', shell('docker ps', 'docker ps'), []],
  ],
  'output-word': [
    [
      'but no ids and short words',
      '```console\n$ docker ps -a\nSTATUS       IMAGE\nExited (0)   nginx:1.29\n```',
      ['STATUS → SATTUS', 'IMAGE → IAMGE', 'Exited → Eixted'],
    ],
  ],
  'output-number': [
    [
      'but no ages, sizes, times, versions and ids',
      '```console\n$ docker ps -a\nExited (0) 2 minutes ago 12 MB 10:31:07 1.29 0.0.0.0:8080->80/tcp 7\n```',
      ['0 → 1', '8080 → 8081', '80 → 81', '7 → 8'],
    ],
  ],
  'output-value': [
    [
      'that the page has said itself',
      `\`\`\`console\n$ echo "limit 512MB, 95% of 2024-01-02, 30 days of v1.2.3 at 172.20.0.5"\nlimit 512MB, 95% of 2024-01-02, 30 days of v1.2.3 at 172.20.0.5\n\`\`\``,
      ['512 → 513', '95 → 96', '2024 → 2025', '30 → 31', '172 → 173'],
    ],
    [
      'not what the machine says of itself, and no mere number',
      '```console\n$ docker info -f "{{.ServerVersion}} 7"\n28.5.2 7\n$ echo 28.5\n```',
      [],
    ],
  ],
  'promised-word': [
    [
      'of the output and of the page',
      `${shell('docker ps')}\n\nYou should see \`web\` with "Up". Open <http://localhost:8080>. You should see "Welcome\naboard".`,
      ['web → wbe', 'Up → Upx', 'Welcome → Wlecome'],
    ],
    [
      'of a hidden check',
      `<!-- verify: run \`docker volume ls\` expect="pgdata" -->\n\n${shell('docker ps')}`,
      ['pgdata → pdgata'],
    ],
  ],
  'exit-status': [
    ['of a comment', `<!-- verify: exit=1 -->\n\n${shell('false')}`, ['1 → 2']],
    ['of the prose', `This command will fail:\n\n${shell('false')}`, ['fail → work']],
    ['not where nothing is meant to fail', `An error is rare.\n\n${shell('true')}`, []],
  ],
  'file-content': [
    [
      'in a block, in what is echoed and in a here-document',
      `\`\`\`yaml title="a.yaml"\n# why\nports: 1\n\`\`\`\n\n${shell('echo "ahoy there" > a', "cat > b <<'EOF'", 'anchor', 'EOF')}`,
      ['ports → prots', 'there → tehre', 'anchor → acnhor'],
    ],
    ['not in what is only printed', shell('echo "ahoy"', 'ls 2>&1'), []],
    [
      'not in what only describes a function',
      '```python title="a.py"\ndef count():\n    """Counts a visit."""\n    add(1)\n```\n',
      ['count → cuont', 'add → addx'],
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (operator, pages) => {
  test.each(pages)('%s', (_, page, changes) => {
    const source = `---\ntitle: x\n---\n\n${page}\n`;
    const listed = listMutants(source, makePlan({ path: 'post.md', source }));
    const own = listed.filter((mutant) => mutant.operator === operator);
    expect(own.map(({ before, after }) => `${shown(before)} → ${shown(after)}`)).toEqual(changes);
  });
});

test('each operator has a case', () => {
  expect(Object.keys(cases)).toEqual(Object.keys(operators));
});

describe('a mutant', () => {
  test('inside a list and a quotation is as exact as elsewhere', () => {
    const source =
      '- one\n\n  ```bash\n  docker run -d \\\n    --name web nginx\n  ```\n\n> ```bash\n> docker rm -f web\n> ```\n';
    const names = listMutants(source, makePlan({ path: 'post.md', source })).filter(
      ({ operator }) => operator === 'name-changed',
    );
    expect(names.map(({ line, column, before }) => [line, column, before])).toEqual([
      [5, 12, 'web'],
      [9, 16, 'web'],
    ]);
  });

  test('knows its heading', () => {
    const source = `# Harbour\n\n## Start\n\n${shell('docker run nginx')}\n\n## Stop\n\n${shell('docker stop web', 'docker rm web')}\n`;
    const listed = listMutants(source, makePlan({ path: 'post.md', source }));
    expect(new Set(listed.map(({ heading }) => heading))).toEqual(new Set(['Start', 'Stop']));
  });

  const p1 = readFileSync(path.join(home, 'posts/docker/p1/index.md'), 'utf8');

  test('of any piece of a page differs from it exactly where it says', () => {
    fc.assert(
      fc.property(fc.nat(p1.length), fc.nat(4_000), (from, length) => {
        const source = p1.slice(from, from + length);
        const listed = listMutants(source, makePlan({ path: 'post.md', source }));
        const texts = listed.map((mutant) => {
          const lineStart =
            source
              .split('\n')
              .slice(0, mutant.line - 1)
              .join('\n').length + (mutant.line > 1 ? 1 : 0);
          expect(lineStart + mutant.column - 1).toBe(mutant.start);
          expect(source.slice(mutant.start, mutant.end)).toBe(mutant.before);
          return mutate(source, mutant);
        });
        expect(new Set([...texts, source]).size).toBe(texts.length + 1);
      }),
      { numRuns: 40 },
    );
  });
});
