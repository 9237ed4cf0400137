import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';
import { labelledSystem } from '../../../src/blocks/traits/system-label.ts';

function traitBelow(above: string, command = 'docker run hello-world'): string {
  const { blocks } = makePlan({ path: 'post.md', source: `${above}\n\n\`\`\`bash\n${command}\n\`\`\`\n` });
  const block = blocks[0]!;
  return 'commands' in block ? block.commands.map(({ trait }) => trait.kind).join(' ') : block.kind;
}

describe('a block is for another system', () => {
  it.each([
    '## Windows',
    '## On macOS',
    '## Windows (PowerShell)',
    '## Windows CMD',
    '## Install Docker on Windows\n\n### Step 1',
    'Windows (CMD):',
    '**PowerShell:**',
    'macOS:',
    'On Windows, run:',
    'If you are on Windows, use this command instead:',
    'On macOS, replace `$(pwd)` with `"$PWD"`:',
    'Windows users should run the following command.',
    'Open PowerShell and run:',
    '## Linux\n\n### Mac',
  ])('below “%s”', (above) => {
    expect(traitBelow(above)).toBe('other-system');
  });
});

describe('a block is for everybody', () => {
  it.each([
    '## CMD',
    '## CMD and ENTRYPOINT',
    'With `CMD` you set a default. Override it:',
    'With CMD, you can override it:',
    'On Windows, replace `$(pwd)` with `%cd%`. Then start the container:',
    'On macOS and Windows, Docker Desktop includes Compose. Check:',
    'On Windows, the engine runs in a virtual machine.',
    '## macOS / Linux',
    '## Linux and macOS',
    'macOS/Linux:',
    '## Windows\n\n### Linux',
    '## Windows containers',
    'On Linux or macOS, run:',
    'In PowerShell or a terminal, run:',
  ])('below “%s”', (above) => {
    expect(traitBelow(above)).toBe('plain');
  });
});

it('what only another package manager installs is left out, and no command beside it', () => {
  expect(traitBelow('Install it:', 'brew install jq\ndocker ps\nsudo dnf install jq')).toBe(
    'other-system plain other-system',
  );
});

it('and what a container’s package manager installs is typed', () => {
  expect(traitBelow('Install it:', 'docker run -it alpine sh\napk add curl')).toBe('opens plain');
  expect(traitBelow('Install it:', 'docker exec web apk add curl')).toBe('plain');
});

it.each([
  ['Windows (PowerShell)', 'other'],
  ['Mac OS X', 'other'],
  ['Git Bash', 'other'],
  ['Apple Silicon', null],
  ['macOS / Linux', 'linux'],
  ['CMD', null],
  ['', null],
])('“%s” names %s', (label, system) => {
  expect(labelledSystem(label)).toBe(system);
});
