import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function kindBelow(command: string, sentence: string, tag: string, code: string) {
  const said = sentence === '' ? '' : `${sentence}\n\n`;
  const source = `Run it:\n\n\`\`\`bash\n${command}\n\`\`\`\n\n${said}\`\`\`${tag}\n${code}\n\`\`\`\n`;
  return makePlan({ path: 'post.md', source }).blocks.at(-1)!.kind;
}

describe('what stands below its command is what it prints', () => {
  it.each([
    ['echo hi', '', 'text', 'bye'],
    ['echo hi', '', 'txt', 'hi'],
    ['curl -s localhost:8080/api', '', 'json', '{"ok": false}'],
    ['curl -s localhost:8080/api', 'The API answers:', 'json', '{"ok": false}'],
    ['curl -s localhost:8080/api', 'The server says:', 'text', 'hello there'],
    ['curl -s localhost:8080/api', 'Expected:', 'text', 'hello there'],
    ['curl -s localhost:8080/api', 'This gives:', '', 'hello there'],
    ['cat id', 'You should see this number (values vary):', '', '17'],
    ['cat id', 'You should see the below number (yours is another):', '', '17'],
    ['cat id', 'It should print something like this. Your number may not be the same, though.', '', '17'],
    ['docker volume inspect a', 'The output tells where it is. There is a name too.', '', '[\n  {"a": 1}\n]'],
    ['docker ps', 'You should see the container there.', '', 'CONTAINER ID   NAMES\n0123456789ab   web'],
    ['ping web', 'We should have an error from this, as nobody knows it.', '', "ping: bad address 'web'"],
    ['docker run -e A=b web env', 'You will see output like the following:', 'console', 'HOST=ab\nA=b'],
    ['docker run -e A=b web env', 'Among others, it prints:', '', 'A=b'],
    ['curl -s localhost:8080/api', 'Your app greets you with the following:', 'text', 'hello there'],
  ])('%s, %s (%s)', (command, sentence, tag, code) => {
    expect(kindBelow(command, sentence, tag, code)).toBe('output');
  });
});

describe('what stands below a command is not what it prints', () => {
  it.each([
    ['mkdir -p app/src', '', 'text', 'app/\n└── src/'],
    ['ls', '', 'text', 'browser --> proxy --> app'],
    ['cd app', '', 'text', 'app\n  src'],
    ['touch package.json', '', 'json', '{"name": "app"}'],
    ['docker ps', 'The configuration file says:', 'json', '{"debug": true}'],
    ['docker run -d nginx', 'The log says:', 'text', 'ready'],
    ['docker volume rm data', 'The following example shows a service:', 'yaml', 'services:\n  web:'],
    ['echo hi', '', 'yaml', 'a: 1'],
    ['docker ps', 'You should see it. Its configuration is this.', '', '[\n  {"a": 1}\n]'],
    ['ping web', 'Most readers can reach it.', '', "ping: bad address 'web'"],
    ['cat id', 'Choose a number like this. It may not be the same as mine.', '', '17'],
    ['echo hi', '', 'python', 'print(1)'],
  ])('%s, %s (%s)', (command, sentence, tag, code) => {
    expect(kindBelow(command, sentence, tag, code)).toBe('text');
  });
});

describe('settings that a reader is to make are typed', () => {
  it.each(['Then set the variables as follows:', 'Set something like this:', ''])('%s', (sentence) => {
    expect(kindBelow('docker ps', sentence, 'bash', 'TAG=1\nNAME=web')).toBe('commands');
  });
});

it('takes no code under another heading for what a command prints', () => {
  const source =
    '```bash\ndocker volume rm data\n```\n\n## Compose\n\nThis shows the service:\n\n```yaml\nservices:\n  web:\n```\n';
  expect(makePlan({ path: 'post.md', source }).blocks[1]!.kind).toBe('text');
});

it('is the list of a command before those that print no more than a name', () => {
  const table = '```text\nCONTAINER ID   NAMES\n0123456789ab   web\n```\n';
  const source = `\`\`\`bash\ndocker ps\ndocker stop web\n\`\`\`\n\nThe table looks like this:\n\n${table}`;
  const [commands, output] = makePlan({ path: 'post.md', source }).blocks;
  expect(output).toMatchObject({ kind: 'output', of: 'b1c1' });
  expect(commands).toMatchObject({
    commands: [{ expectations: [{ kind: 'output' }] }, { expectations: [] }],
  });
});

it('an error of Docker’s below what it pulled is meant', () => {
  const pulled =
    'Unable to find image\n0a8490d0dfd3: Pull complete\nDigest: sha256:0a8490d0dfd3\nStatus: Downloaded';
  const source = `\`\`\`bash\ndocker run alpine\n\`\`\`\n\nYou should see this:\n\n\`\`\`\n${pulled}\ndocker: Error response from daemon: No command specified.\n\`\`\`\n`;
  const block = makePlan({ path: 'post.md', source }).blocks[0]!;
  expect('commands' in block ? block.commands[0]!.trait.kind : null).toBe('meant-to-fail');
});
