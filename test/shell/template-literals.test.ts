import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';
import { parseShell } from '../../src/shell/parse-shell.ts';
import { templateLiterals } from '../../src/shell/template-literals.ts';

/** The text as a site generator shows it. */
function shown(text: string): string {
  return templateLiterals(text).reduceRight(
    (rest, { start, end, value }) => rest.slice(0, start) + value + rest.slice(end),
    text,
  );
}

describe('a site generator makes braces of', () => {
  it.each([
    ['docker inspect -f "{{ "{{ json .Mounts "}}}}" web', 'docker inspect -f "{{ json .Mounts }}" web'],
    ["docker ps --format '{{ '{{' }}.Names{{ '}}' }}'", "docker ps --format '{{.Names}}'"],
    ['docker ps --format \'{{ "{{.Names}}" }}\'', "docker ps --format '{{.Names}}'"],
    ["docker ps --format '{% raw %}{{.Names}}{% endraw %}'", "docker ps --format '{{.Names}}'"],
  ])('%s', (text, result) => {
    expect(shown(text)).toBe(result);
    expect(parseShell(text).statements[0]!.commands).toHaveLength(1);
  });
});

it.each([
  "docker ps --format '{{.Names}}'",
  'docker ps --format "{{.Names}}{{"\\t"}}{{.ID}}"',
  'docker inspect -f \'{{index .Config.Labels "a"}}\' web',
  'docker inspect -f \'{{range .Mounts}}{{.Name}}{{end}} {{ "x" }}\' web',
])('Docker is given %s as it stands', (text) => {
  expect(templateLiterals(text)).toEqual([]);
});

it('is typed as its value', () => {
  const source = '```bash\ndocker volume inspect -f "{{ "{{ .Name "}}}}" data\n```\n';
  const { blocks, findings } = makePlan({ path: 'post.md', source });
  const block = blocks[0]!;
  const command = 'commands' in block ? block.commands[0]! : null;
  expect(command?.placeholders).toEqual([
    { text: '{{ "{{ .Name "}}', start: 26, end: 42, wants: { object: 'fixed', value: '{{ .Name ' } },
  ]);
  expect(findings.map(({ code }) => code)).toEqual(['template-variable']);
});
