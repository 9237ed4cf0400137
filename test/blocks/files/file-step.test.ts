import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/blocks/make-plan.ts';

function stepOf(source: string) {
  const block = makePlan({ path: 'post.md', source }).blocks.at(-1)!;
  return block.kind === 'file' ? block.file.step : block.kind;
}

function after(command: string, sentence: string, tag = '', code = 'hello') {
  return stepOf(
    `Some prose.\n\n\`\`\`bash\n${command}\n\`\`\`\n\n${sentence}\n\n\`\`\`${tag}\n${code}\n\`\`\`\n`,
  );
}

describe('what a command should have written is held against it', () => {
  it.each([
    ['echo hi > notes.txt', 'The file `notes.txt` should now look like this:'],
    ["sed -i 's/8081/80/' app.conf", '`app.conf` should now look like this:'],
    ['docker cp web:/etc/nginx/nginx.conf .', 'Here is the `nginx.conf`:'],
    ['curl -o app.conf https://example.com/app.conf', 'This is how `app.conf` looks:'],
    ['docker compose config > full.conf', '`full.conf` contents:'],
    ['echo hi | tee notes.txt', 'After the change, `notes.txt` should look like this:'],
  ])('after %s: %s', (command, sentence) => {
    expect(after(command, sentence)).toBe('made');
  });
});

describe('what may be there already is only shown', () => {
  it.each([
    ['npm init -y', 'This creates a `package.json`:', 'json', '{ "name": "app" }'],
    ['npm init -y', 'The command will create a file called `package.json`:', 'json', '{ "name": "app" }'],
    [
      'docker init',
      'It creates a new file called `compose.yaml`:',
      'yaml',
      'services:\n  web:\n    image: nginx',
    ],
    ['git clone https://example.com/x.git', 'Here is the `Dockerfile`:', 'dockerfile', 'FROM alpine'],
  ])('after %s: %s', (command, sentence, tag, code) => {
    expect(after(command, sentence, tag, code)).toBe('shown');
  });
});

describe('what the text asks to save is saved', () => {
  it.each([
    ['echo hi > notes.txt', 'Now save this as `notes.txt`:'],
    ['npm init -y', 'Next, create a file named `notes.txt`. It should look like this:'],
    ['touch notes.txt', 'Write the following content into `notes.txt`:'],
    ['nano notes.txt', 'The file `notes.txt` should look like this:'],
    ['cp notes.example notes.txt', 'Fill it in. Your `notes.txt` should then look like this:'],
  ])('after %s: %s', (command, sentence) => {
    expect(after(command, sentence)).toBe('saved');
  });
});
