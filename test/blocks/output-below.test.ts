import { describe, expect, it } from 'vitest';
import { makePlan } from '../../src/blocks/make-plan.ts';

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
    ['echo hi', '', 'yaml', 'a: 1'],
    ['echo hi', '', 'python', 'print(1)'],
  ])('%s, %s (%s)', (command, sentence, tag, code) => {
    expect(kindBelow(command, sentence, tag, code)).toBe('text');
  });
});
